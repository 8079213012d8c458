<?php
// Fills the database of the WordPress of the tests, as its own installer does.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_ADDRESS'), PHP_URL_HOST);

// Instead of a letter to the new owner.
function wp_new_blog_notification()
{
}

require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Hands & Co', 'owner', 'owner@clinic.example', true, '', 'password');
$theme = wp_get_theme();
if (!$theme->exists()) {
    fwrite(STDERR, "The theme is not there: {$theme->get_stylesheet()}\n");
    exit(1);
}
