import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleFile } from '../bundle-file.ts';
import { filesUnder } from './files-under.ts';
import type { ProductionPackage } from './production-packages.ts';

/** What stands at a package's top for its authors. Deeper ones of these names hold code (`yaml/dist/doc`). */
const AUTHORS =
  /^(tests?|examples?|docs?|bench(marks?)?|build-test|e2e|integration|coverage|scripts|dependencies|\.[^/]+)(\/|\.[cm]?js$|$)/;
const TESTS = /(^|\/)(__tests__|tests?)(\/|$)|(^|\/)test(-worker)?\.[cm]?js$|\.(test|spec)\.[cm]?js$/;
/** Types, sources before a build, native sources, maps and words: nothing that Node would load. */
const NOT_LOADED = /\.([cm]?tsx?|map|md|markdown|flow|tsbuildinfo|c|cc|cpp|h|hpp|gypi?|ya?ml|lock|txt)$/i;
const NOT_LOADED_NAMES =
  /(^|\/)(\.[^/]+|licen[cs]e[^/]*|notice[^/]*|copying[^/]*|eslint\.config\.[cm]?js|binding\.gyp)$/i;
/** What a package starts as a process of its own, as esbuild's compiler. */
const PROGRAM = /^bin\/[^./]+$/;
/** A native addon says for which C library and, unless it uses the stable interface, for which Node it was built. */
const NATIVE = /\.(abi(\d+)|napi)\.(glibc|musl)\.node$/;

/** A font package holds every weight and script as a file of its own, 76 MB; documents are set in these two. */
const FONTS = /^node_modules\/@fontsource\//;
const FONTS_USED = /^(package\.json|index\.css|files\/noto-sans-sc-chinese-simplified-(400|700)-normal\.woff)$/;

/** Licences go to one file of their own; everything else a package's authors keep for themselves stays behind. */
export function packageFiles(root: string, one: ProductionPackage): BundleFile[] {
  const folder = join(root, one.folder);
  return filesUnder(folder, (path) => path !== 'node_modules' && !AUTHORS.test(path) && !TESTS.test(path))
    .filter((path) => isLoaded(path) && (!FONTS.test(one.folder) || FONTS_USED.test(path)))
    .map((path) => ({
      path: `${one.folder}/${path}`,
      bytes: readFileSync(join(folder, path)),
      ...(PROGRAM.test(path) ? { executable: true } : {}),
    }));
}

export function isLoaded(path: string): boolean {
  const native = NATIVE.exec(path);
  if (native !== null) return native[1] === 'napi' && native[3] === 'glibc';
  return !AUTHORS.test(path) && !TESTS.test(path) && !NOT_LOADED.test(path) && !NOT_LOADED_NAMES.test(path);
}
