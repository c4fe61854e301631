//! The engine: expressions, and no way out of them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use rhai::packages::{
    ArithmeticPackage, BasicArrayPackage, BasicMapPackage, BasicStringPackage, LogicPackage, MoreStringPackage, Package,
};
use rhai::{AST, Array, Dynamic, Engine, ImmutableString, Map, Scope};

/// An expression longer than this is no condition that one could understand.
const MAX_SOURCE: usize = 4000;

/// One engine for all: it holds no state.
static ENGINE: LazyLock<Engine> = LazyLock::new(engine);

fn engine() -> Engine {
    // A raw engine knows nothing at all: no `eval`, no `print`, no `sleep`, no modules.
    let mut engine = Engine::new_raw();
    ArithmeticPackage::new().register_into_engine(&mut engine);
    LogicPackage::new().register_into_engine(&mut engine);
    BasicStringPackage::new().register_into_engine(&mut engine);
    MoreStringPackage::new().register_into_engine(&mut engine);
    BasicArrayPackage::new().register_into_engine(&mut engine);
    BasicMapPackage::new().register_into_engine(&mut engine);
    for symbol in ["eval", "print", "debug"] {
        engine.disable_symbol(symbol);
    }
    engine.on_print(|_| {});
    engine.on_debug(|_, _, _| {});
    engine.set_fail_on_invalid_map_property(true);
    engine.set_max_operations(20_000);
    engine.set_max_expr_depths(48);
    engine.set_max_variables(16);
    engine.set_max_string_size(64 * 1024);
    engine.set_max_array_size(100_000);
    engine.set_max_map_size(1000);
    engine.register_fn("has_tag", |person: &mut Map, tag: &str| {
        let tag = tag.trim_start_matches('#').to_lowercase();
        list(person, "tags").iter().any(|it| it.to_string() == tag)
    });
    engine.register_fn("field", |person: &mut Map, key: &str| field(person, key).unwrap_or_default());
    engine.register_fn("has_field", |person: &mut Map, key: &str| field(person, key).is_some());
    engine.register_fn("has_person", |entry: &mut Map, handle: &str| {
        list(entry, "people").iter().any(|it| it.to_string() == handle.trim_start_matches('@'))
    });
    engine
}

fn list(map: &Map, key: &str) -> Array {
    map.get(key).and_then(|value| value.clone().try_cast::<Array>()).unwrap_or_default()
}

fn field(map: &Map, key: &str) -> Option<ImmutableString> {
    let fields = map.get("fields")?.clone().try_cast::<Map>()?;
    fields.get(key)?.clone().try_cast::<ImmutableString>()
}

/// Compiles an expression, and nothing but one.
pub(crate) fn compile(source: &str) -> Result<AST, String> {
    if source.len() > MAX_SOURCE {
        return Err(format!("the expression is longer than {MAX_SOURCE} bytes"));
    }
    guarded(|| ENGINE.compile_expression(source).map_err(|error| line(&error.to_string())))
}

/// Evaluates an expression within the limits.
pub(crate) fn eval(scope: &mut Scope<'_>, ast: &AST) -> Result<Dynamic, String> {
    guarded(|| ENGINE.eval_ast_with_scope(scope, ast).map_err(|error| line(&error.to_string())))
}

/// What breaks inside the engine breaks one rule, and not the editor that runs it.
fn guarded<T>(run: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err("the engine broke".to_owned()))
}

/// One line, whatever a text holds, and not a long one.
pub(crate) fn line(text: &str) -> String {
    text.chars().take(1000).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
