//! With the feature `split`, the linker records what refers to what, for `scripts/split/wasm-bindgen`.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_wasm = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    if is_wasm && std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Without -O0 the linker merges strings that have the same end, so that all of them would stay in the first file.
        for argument in ["--emit-relocs", "-O0"] {
            println!("cargo::rustc-link-arg-bins={argument}");
        }
    }
}
