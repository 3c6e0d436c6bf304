//! The README shows what is there.

const README: &str = include_str!("../../README.md");
const BOT: &str = include_str!("../../examples/grammy_bot.js");

#[test]
fn the_bot_in_it_is_the_one_that_is_tried() {
    let (_, rest) = README.split_once("```js\n").unwrap();
    assert_eq!(rest.split_once("```").unwrap().0, BOT);
}
