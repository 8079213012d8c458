//! The figure itself: outlines in whole numbers, 286 wide and 394 high. Seen
//! from behind it is drawn as the left half; the right one is its mirror.

use crate::model::{Area, Side, Spot};

/// One area of one figure.
pub struct Shape {
    /// Which area.
    pub area: Area,
    /// Its outline.
    pub outline: &'static str,
    /// What can be tapped for it, round about: a finger needs 44 pixels both
    /// ways, and the picture can be smaller than it is drawn here.
    pub target: &'static str,
    /// Where a sign stands in it.
    pub centre: (i16, i16),
}

/// The size of the picture.
pub const VIEW_BOX: &str = "14 2 286 394";
/// Turns the left half into the right one.
pub const MIRROR: &str = "matrix(-1 0 0 1 184 0)";
/// The line that [`MIRROR`] turns about, doubled.
pub const MIRRORED: i16 = 184;

/// The front of the trunk, seen from the side: it belongs to no area.
pub const TRUNK: &str = "M240 9C239 30 239 50 240 69C247 71 254 74 259 78C264 66 266 54 265 41C264 29 262 18 261 8C254 10 247 10 240 9Z";
/// Spine, hollows of the knees, kneecap and ankle.
pub const LINES: &str = "M89 15h6m-6 8h6m-6 8h6m-6 8h6m-6 8h6M57 238q8 4 16 0M111 238q8 4 16 0M246 239q5 9 1 20M226 358q5 4 9 0";

/// Every shape with its spot.
pub fn shapes() -> Vec<(Spot, &'static Shape)> {
    let figures: [(Option<Side>, &[Shape]); 4] =
        [(None, &BACK), (None, &BESIDE), (Some(Side::Left), &LEG), (Some(Side::Right), &LEG)];
    let mut all = Vec::new();
    for (side, figure) in figures {
        all.extend(figure.iter().map(|shape| (Spot { area: shape.area, side }, shape)));
    }
    all
}

const BACK: [Shape; 1] = [Shape {
    area: Area::LowBack,
    outline: "M56 8C56 22 56 34 54 46C52 57 46 64 42 72C62 66 80 74 92 88C104 74 122 66 142 72C138 64 132 57 130 46C128 34 128 22 128 8C116 11 68 11 56 8Z",
    target: "M14 2h156v70h-156z",
    centre: (92, 66),
}];

const LEG: [Shape; 5] = [
    Shape {
        area: Area::Buttock,
        outline: "M42 72C37 85 35 99 35 114C35 126 36 136 38 145C54 153 76 152 91 143C92 128 92 108 92 88C80 74 62 66 42 72Z",
        target: "M14 72h78v74h-78z",
        centre: (62, 112),
    },
    Shape {
        area: Area::Thigh,
        outline: "M38 145C54 153 76 152 91 143C91 172 87 202 82 227Q65 220 47 227C43 202 38 174 38 145Z",
        target: "M14 146h78v76h-78z",
        centre: (64, 186),
    },
    Shape {
        area: Area::Knee,
        outline: "M47 227Q65 220 82 227C80 236 79 243 80 250C81 258 82 265 81 273Q65 280 47 273C49 263 50 256 50 249C50 241 48 234 47 227Z",
        target: "M14 222h78v56h-78z",
        centre: (65, 250),
    },
    Shape {
        area: Area::Calf,
        outline: "M47 273Q65 280 81 273C85 288 84 302 80 316C76 329 74 338 74 348Q67 344 60 348C59 335 54 323 50 311C45 297 44 285 47 273Z",
        target: "M14 278h78v62h-78z",
        centre: (65, 306),
    },
    Shape {
        area: Area::Foot,
        outline: "M60 348Q67 344 74 348C74 358 77 366 78 376C79 386 76 392 69 392L44 392C36 392 35 385 42 380C52 373 59 362 60 348Z",
        target: "M14 340h78v56h-78z",
        centre: (65, 376),
    },
];

const BESIDE: [Shape; 6] = [
    Shape {
        area: Area::LowBack,
        outline: "M211 8C214 20 217 32 215 43C213 54 206 62 203 72C214 66 228 65 240 69C239 50 239 30 240 9C230 11 220 11 211 8Z",
        target: "M170 2h130v68h-130z",
        centre: (227, 54),
    },
    Shape {
        area: Area::Buttock,
        outline: "M203 72C197 84 194 98 195 112C196 125 199 136 204 145C222 153 244 150 260 139C262 116 262 96 259 78C246 67 222 63 203 72Z",
        target: "M170 70h130v76h-130z",
        centre: (228, 110),
    },
    Shape {
        area: Area::Thigh,
        outline: "M204 145C222 153 244 150 260 139C260 166 256 202 250 227Q233 220 213 227C209 202 205 172 204 145Z",
        target: "M170 146h130v76h-130z",
        centre: (232, 186),
    },
    Shape {
        area: Area::Knee,
        outline: "M213 227Q233 220 250 227C253 235 254 242 253 250C252 260 248 266 247 273Q230 279 212 273C215 264 216 257 216 249C216 241 215 234 213 227Z",
        target: "M170 222h130v56h-130z",
        centre: (232, 250),
    },
    Shape {
        area: Area::Calf,
        outline: "M212 273Q230 279 247 273C247 298 243 324 240 348Q230 344 219 348C218 334 213 322 210 309C206 295 208 284 212 273Z",
        target: "M170 278h130v62h-130z",
        centre: (228, 306),
    },
    Shape {
        area: Area::Foot,
        outline: "M219 348Q230 344 240 348C242 357 248 364 258 370C268 375 277 379 280 385C281 390 279 392 274 392L219 392C212 392 210 387 211 380C212 371 218 361 219 348Z",
        target: "M170 340h130v56h-130z",
        centre: (234, 378),
    },
];
