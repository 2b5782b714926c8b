import { defineConfig } from 'vite';
import { browserGuard } from './web/browser-guard.ts';

/** Browsers that know `light-dark()` and the popover attribute; older ones are not supported. */
const target = ['chrome123', 'edge123', 'firefox125', 'safari17.5'];

export default defineConfig({
  plugins: [browserGuard()],
  publicDir: 'web/public',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target,
    cssTarget: target,
    // The content security policy knows no data: sources, so nothing may be inlined.
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
  },
});
