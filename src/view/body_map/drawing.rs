//! Draws the figure with marks on it. Knows nothing of questions or advice:
//! what is marked comes in, and where somebody pointed goes out.

use yew::prelude::*;

use super::figure::{LINES, MIRROR, MIRRORED, Shape, TRUNK, VIEW_BOX, shapes};
use crate::content::phrase;
use crate::model::{Side, Spot};
use crate::view::context::Context;

/// How an area is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not at all.
    None,
    /// It goes down through here.
    Reached,
    /// A therapist may work here.
    Work,
    /// Leave this alone.
    Leave,
    /// It went down through here before.
    Before,
    /// The furthest point.
    Furthest,
}

/// The figure from behind and from the side. With `point` its areas can be tapped.
pub fn drawing(
    context: &Context<'_>,
    mark: &dyn Fn(Spot) -> Mark,
    point: Option<&Callback<Spot>>,
) -> Html {
    let areas: Vec<_> =
        shapes().into_iter().map(|(spot, shape)| (mark(spot), spot, shape)).collect();
    html! {
        <div class="body-map" aria-hidden="true">
            <p class="body-map__names body-map__names--views">
                <span>{ context.text(phrase::BODY_BEHIND) }</span>
                { " " }
                <span>{ context.text(phrase::BODY_BESIDE) }</span>
            </p>
            <svg class="body-map__picture" viewBox={VIEW_BOX}>
                <path class="body-map__trunk" d={TRUNK} />
                // A later mark is drawn over an earlier one, so that no outline is cut off.
                for level in Mark::ALL {
                    <g key={level.class()}>
                        for (key, (_, spot, shape)) in areas.iter().enumerate().filter(|(_, (mark, ..))| *mark == level) {
                            { area(key, level, *spot, shape, point) }
                        }
                    </g>
                }
                <path class="body-map__lines" d={LINES} />
                <g class="body-map__sign">
                    for (key, (mark, spot, shape)) in areas.iter().enumerate() {
                        <g {key}>{ sign(*mark, centre(*spot, shape)) }</g>
                    }
                </g>
            </svg>
            <p class="body-map__names">
                <span>{ context.text(phrase::BODY_LEFT) }</span>
                { " " }
                <span>{ context.text(phrase::BODY_RIGHT) }</span>
            </p>
        </div>
    }
}

/// A mark by itself, for a legend.
pub fn swatch(mark: Mark) -> Html {
    html! {
        <svg class="body-map__swatch" viewBox="-12 -12 24 24" aria-hidden="true">
            <path class={classes!("body-map__area", mark.class())} d="M-11-11h22v22h-22z" />
            <g class="body-map__sign">{ sign(mark, (0, 0)) }</g>
        </svg>
    }
}

fn area(
    key: usize,
    mark: Mark,
    spot: Spot,
    shape: &'static Shape,
    point: Option<&Callback<Spot>>,
) -> Html {
    let class = classes!("body-map__area", mark.class());
    let transform = mirrored(spot).then_some(MIRROR);
    let Some(point) = point.cloned() else {
        return html! { <g {key} {class} {transform}><path d={shape.outline} /></g> };
    };
    html! {
        <g {key} {class} {transform} onclick={move |_: MouseEvent| point.emit(spot)}>
            <path d={shape.outline} />
            <path class="body-map__target" d={shape.target} />
        </g>
    }
}

fn sign(mark: Mark, (x, y): (i16, i16)) -> Html {
    html! {
        <>
            if let Some((class, sign)) = mark.sign() {
                <path {class} transform={format!("translate({x} {y})")} d={sign} />
            }
        </>
    }
}

fn mirrored(spot: Spot) -> bool {
    spot.side == Some(Side::Right)
}

fn centre(spot: Spot, shape: &Shape) -> (i16, i16) {
    let (x, y) = shape.centre;
    (if mirrored(spot) { MIRRORED - x } else { x }, y)
}

impl Mark {
    /// Every mark, in the order in which they are drawn.
    const ALL: [Self; 6] =
        [Self::None, Self::Before, Self::Reached, Self::Work, Self::Leave, Self::Furthest];

    const fn class(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Reached => "body-map__area--reached",
            Self::Work => "body-map__area--work",
            Self::Leave => "body-map__area--leave",
            Self::Before => "body-map__area--before",
            Self::Furthest => "body-map__area--furthest",
        }
    }

    /// Colour alone tells nothing apart: a tick, a cross, a ring around a dot.
    const fn sign(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::None | Self::Reached => None,
            Self::Before => Some(("body-map__sign--before", "M-5 0h10")),
            Self::Work => Some(("body-map__sign--work", "M-6 0l4 5 8-10")),
            Self::Leave => Some(("body-map__sign--leave", "M-5-5l10 10m0-10l-10 10")),
            Self::Furthest => Some((
                "body-map__sign--furthest",
                "M-8 0a8 8 0 1 0 16 0 8 8 0 1 0-16 0M-1 0a1 1 0 1 0 2 0 1 1 0 1 0-2 0",
            )),
        }
    }
}
