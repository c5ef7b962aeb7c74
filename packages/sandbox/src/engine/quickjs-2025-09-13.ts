import type { EngineFile } from './engine-file.ts';

/** The base objects, eval (taken away after loading), normalize, regular expressions, JSON, proxies, maps, promises, big integers. */
const quickJsIntrinsics = 0b1101_1111_1101;

/** QuickJS 2025-09-13 of bellard/quickjs, as compiled for quickjs-emscripten 0.32.0. */
export const quickJs20250913: EngineFile = {
  hash: 'f7d17aacb4ae4e805b038e8a21f85309b0100adc5a4d3c352c47bcc48da24986',
  published: '105c3bed22d457e43e3d1c3c1c6959fda62a8fe06f0fc8a985303c3a2be72232',
  specifier: '@jitl/quickjs-wasmfile-release-sync/wasm',
  intrinsics: quickJsIntrinsics,
  bounds: { stack: 96 * 1024, engineStack: 128 * 1024, hostStack: 1024 * 1024 },
  layout: { stackPointer: 0, stackBottom: 90_208, stackTop: 5_333_088, heapEnd: 86_864, pages: 256 },
  functions: {
    start: 'u',
    allocate: 'v',
    free: 'M',
    newRuntime: 'K',
    setMaxStackSize: 'D',
    newContext: 'N',
    newString: '_',
    getString: '$',
    evaluate: 'pa',
    call: 'ma',
    getUndefined: 'E',
    resolveException: 'na',
  },
  imports: {
    module: 'a',
    memory: 'a',
    functions: 'bcdefghijklmnopqrst',
    growMemory: 'k',
    now: 'p',
    environment: ['e', 'f'],
  },
};
