//! The blocks against an independent CommonMark parser: what we take for a heading or an item at the top level
//! is one for every Markdown viewer, and the other way round.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use syntax::{Block, BlockKind, Span, State};
use testkit::random::document;

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    syntax::scan(text, Span::new(0, text.len() as u32), State::default(), &mut blocks);
    blocks
}

/// Headings and bulleted items as we see them: the offset of the line, and the level (0 for an item).
fn ours(text: &str) -> Vec<(usize, u8)> {
    let level = |block: &Block| match block.kind {
        BlockKind::Heading(level) => Some(level),
        BlockKind::Item => Some(0),
        _ => None,
    };
    blocks(text).iter().filter_map(|block| Some((block.span.start as usize, level(block)?))).collect()
}

/// The same as pulldown-cmark sees them. An item counts as one of ours if it begins with a paragraph or is empty:
/// whatever else it begins with is a note.
fn theirs(text: &str) -> Vec<(usize, u8)> {
    let mut found = Vec::new();
    let mut depth = 0;
    let mut in_bullets = false;
    let mut item: Option<usize> = None;
    let line = |at: usize| text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        if let Some(start) = item.take() {
            let counts = matches!(
                event,
                Event::Text(_)
                    | Event::Code(_)
                    | Event::InlineHtml(_)
                    | Event::End(_)
                    | Event::SoftBreak
                    | Event::HardBreak
                    | Event::Start(Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
            );
            if counts {
                found.push((line(start), 0));
            }
        }
        match event {
            Event::Start(tag) => {
                match tag {
                    Tag::Heading { level, .. } if depth == 0 => found.push((line(range.start), level as u8)),
                    Tag::List(first) if depth == 0 => in_bullets = first.is_none(),
                    Tag::Item if depth == 1 && in_bullets => item = Some(range.start),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    found
}

fn assert_same(text: &str) {
    assert_eq!(ours(text), theirs(text), "ours, theirs in {text:?}");
}

#[test]
fn fences_lists_comments_and_html() {
    for text in [
        "- a\n\n  b\n- c\n",
        "````\n- no\n```\n- no\n````\n- yes\n",
        "~~~ x\n- no\n",
        "- a\n  ```\n- b\n  ```\n",
        "<!-- a\n- no\n-->\n- yes\n",
        "<div>\n- no\n\n- yes\n",
        "text\n- yes\n",
        "text\n-\n",
        "Ada\n---\n- x\n",
        "- a\n---\n- b\n",
        "- a\n - b\n  - c\n   - d\n    - e\n",
        "-\n\n  text\n",
        "-\n  text\n- b\n",
        "- - a\n- # b\n- > c\n-     code\n",
        "> quote\nlazy\n- item\n",
        "1. a\n- b\n",
        "text\n2. x\n- b\n",
        "- a\nlazy\n===\n",
        "* * *\n- a\n* b\n+ c\n",
        "#\n##\ta\n####### no\n#no\n",
        "<script>\n- no\n\n- no\n</script>\n- yes\n",
        "<!-->\n- yes\n",
        "\t- code\n\n    - code\n",
        "text\n    - text\n",
        "- a\n\n      code\n- b\n",
        "<b>\n- no\n\n- yes <b>\n",
        "text\n<b>\n- yes\n",
    ] {
        assert_same(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn the_same_headings_and_items(text in document()) {
        // pulldown-cmark does not let a tab follow a closing fence, as CommonMark 0.31 does.
        prop_assume!(!text.contains("`\t") && !text.contains("~\t"));
        assert_same(&text);
    }

    #[test]
    fn blocks_tile_any_text(text in prop_oneof![document(), "\\PC*", "(\\PC|\n|\r|\t| |-|#|<|>|`){0,60}"]) {
        let mut at = 0;
        for block in blocks(&text) {
            prop_assert_eq!(block.span.start, at);
            prop_assert!(block.span.start <= block.body.start && block.body.end <= block.span.end);
            prop_assert!(block.body.start <= block.body.end);
            prop_assert!(text.is_char_boundary(block.body.start as usize));
            prop_assert!(text.is_char_boundary(block.body.end as usize));
            at = block.span.end;
        }
        prop_assert_eq!(at as usize, text.len());
    }

    #[test]
    fn reading_may_stop_before_any_hash(text in document(), stop in 0_usize..3) {
        let cut = text.match_indices("\n#").nth(stop).map_or(text.len(), |(at, _)| at + 1) as u32;
        let mut parts = Vec::new();
        let state = syntax::scan(&text, Span::new(0, cut), State::default(), &mut parts);
        syntax::scan(&text, Span::new(cut, text.len() as u32), state, &mut parts);
        let of = |blocks: &[Block]| blocks.iter()
            .filter(|block| matches!(block.kind, BlockKind::Item | BlockKind::Heading(_)))
            .map(|block| (block.kind, block.span.start, block.body))
            .collect::<Vec<_>>();
        prop_assert_eq!(of(&parts), of(&blocks(&text)));
    }
}
