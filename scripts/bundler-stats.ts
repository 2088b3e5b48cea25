/** The part of the bundler's report that is used. */
export interface BundlerStats {
  readonly modules: readonly BundledModule[];
  readonly chunks: readonly Chunk[];
}

/** A source file, or several that were joined. */
export interface BundledModule {
  /** The path, as ./node_modules/yaml/dist/index.js, or the name of a part of the bundler's own runtime. */
  readonly name: string;
  /** In bytes, with comments. */
  readonly size: number;
  readonly modules?: readonly BundledModule[];
}

/** A file of a bundle. */
export interface Chunk {
  readonly files: readonly string[];
  readonly modules: readonly BundledModule[];
  /** The imports that load it. */
  readonly origins: readonly { readonly request: string }[];
}

/** Returns the single source files among modules. */
export function toSourceFiles(modules: readonly BundledModule[]): BundledModule[] {
  return modules.flatMap((module) => (module.modules?.length ? toSourceFiles(module.modules) : module));
}

/** Returns the innermost package of a path such as ./node_modules/a/node_modules/@b/c/index.js. */
export function packageFolder(path: string): string | undefined {
  return /^.*?((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//
    .exec(path)?.[1]
    ?.replace(/^.*?node_modules/, "node_modules");
}
