//! Whatever stands in a text, and wherever the cursor is, nothing fails, and all places are places.

use check::Levels;
use journal::{FileId, Network, Settings, Span};
use proptest::prelude::*;

use crate::{Ide, Target};

fn assert_answers(texts: &[String]) -> Result<(), TestCaseError> {
    let settings = Settings::default();
    let source =
        |(number, text): (usize, &String)| testkit::source(&format!("{number}.net.md"), text, number == 1, &settings);
    let network = Network::new(texts.iter().enumerate().map(source).collect(), &settings);
    let ide =
        Ide { network: &network, settings: &settings, levels: &Levels::default(), today: testkit::day(testkit::TODAY) };
    let fits = |file: FileId, span: Span| network.text(file).get(span.range()).is_some();
    for (file, text) in network.files() {
        for link in ide.links(file) {
            prop_assert!(fits(file, link.span), "{link:?}");
            if let Target::Place(place) = link.target {
                prop_assert!(fits(place.file, place.span));
            }
        }
        let tokens = ide.tokens(file, None);
        prop_assert!(tokens.iter().all(|it| fits(file, it.span) && !it.span.is_empty()), "{tokens:?}");
        prop_assert!(tokens.windows(2).all(|it| it[0].span.end <= it[1].span.start), "{tokens:?}");
        prop_assert!(ide.folds(file).iter().all(|it| fits(file, it.span)));
        prop_assert!(ide.lenses(file).iter().all(|it| fits(file, it.span)));
        let mut symbols = ide.symbols(file);
        while let Some(it) = symbols.pop() {
            let names = it.span.start <= it.name_span.start && it.name_span.end <= it.span.end;
            prop_assert!(fits(file, it.span) && fits(file, it.name_span) && names && !it.name.is_empty(), "{it:?}");
            symbols.extend(it.children);
        }
        for offset in 0..=text.text.len() as u32 + 2 {
            let range = Span::new(offset / 2, offset);
            prop_assert!(ide.hints(file, range).iter().all(|it| fits(file, Span::at(it.at))));
            prop_assert!(ide.tokens(file, Some(range)).iter().all(|it| fits(file, it.span)));
            prop_assert!(ide.linked(file, offset).iter().all(|it| fits(file, *it)));
            prop_assert!(ide.on_enter(file, offset).is_none_or(|(span, _)| fits(file, span)));
            prop_assert!(ide.selections(file, &[offset]).concat().iter().all(|it| fits(file, *it)));
            for item in ide.completion(file, offset).items {
                let whole = item.span.start <= offset && offset <= item.span.end;
                prop_assert!(fits(file, item.span) && whole, "{item:?} at {offset}");
                prop_assert!(!item.span.text(&text.text).contains('\n'), "{item:?}");
            }
            let at = ide.at(file, offset);
            prop_assert!(at.as_ref().is_none_or(|at| fits(file, at.span)), "{at:?}");
            if let Some((_, place)) = ide.definition(file, offset) {
                prop_assert!(fits(place.file, place.span));
            }
            prop_assert!(ide.hover(file, offset).is_none_or(|it| fits(file, it.span) && !it.plain.is_empty()));
            let all = ide.references(file, offset);
            prop_assert!(all.iter().all(|it| fits(it.place.file, it.place.span)), "{all:?}");
            let renamable = ide.renamable(file, offset);
            prop_assert!(renamable.is_none_or(|span| fits(file, span)));
            let edits = ide.rename(file, offset, "brand-new");
            prop_assert_eq!(edits.is_ok(), renamable.is_some(), "{:?}", edits);
            let deeds = ide.assists(file, offset).into_iter().filter_map(|it| ide.edits(&it.deed, |_| false));
            for edit in edits.into_iter().flatten().chain(deeds.flatten()) {
                prop_assert!(fits(edit.place.file, edit.place.span), "{edit:?}");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn journals(blocks in testkit::random::journal()) {
        assert_answers(&[blocks.join("\n"), "# Ada é @ada\n- tags: rüst\n".to_owned()])?;
    }

    #[test]
    fn texts_that_nobody_would_write(text in testkit::random::mutated(), page in testkit::random::careless()) {
        assert_answers(&[text, page])?;
    }
}
