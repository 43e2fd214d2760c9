import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { SECURITY_HEADERS } from './tests/security-headers.ts'

const demo = process.env.VITE_DEMO === '1'

export default defineConfig({
  plugins: [react()],
  resolve: {
    // deck.gl and luma.gl without their WebGPU half: about an eighth of their size.
    conditions: ['visgl:webgl-only', ...defaultClientConditions],
  },
  build: {
    outDir: demo ? 'dist-demo' : 'dist',
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    sourcemap: false,
    // A data: URL would need a wider CSP for workers and fonts, and saves one request on a local network.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  worker: { format: 'es' },
  optimizeDeps: {
    // What the scanner meets only in lazy chunks and workers. Met late, it would reload the page of a running session.
    include: [
      'react',
      'react-dom/client',
      'react/jsx-runtime',
      '@deck.gl/core',
      '@deck.gl/layers',
      '@deck.gl/maplibre',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'apache-arrow',
      'comlink',
      'gcoord',
      'maplibre-gl',
      'minisearch',
      'msw',
      'msw/browser',
      'pinyin-pro',
      'recharts',
      'zod/mini',
    ],
  },
  preview: { headers: SECURITY_HEADERS },
})
