// Keeps what the check tells its host, and what the host's policy blocks.
window.told = [];
window.blocked = [];
for (const what of ['ready', 'started', 'step', 'result', 'failed']) {
  document.addEventListener(`sciatica-check:${what}`, ({ target, detail, composed }) => {
    window.told.push({ what, from: target.id, detail, composed });
  });
}
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  window.blocked.push(`${violatedDirective}: ${blockedURI}`);
});
