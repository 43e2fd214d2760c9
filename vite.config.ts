import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type Plugin } from 'vite'
import { serveMockWorker } from './mocks/vite-plugin.ts'
import { SECURITY_HEADERS } from './tests/security-headers.ts'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string
}

const packageOf = (id: string | null) => id && /.*node_modules\/(?:@[^/]+\/)?([^/]+)/.exec(id)?.[1]

/**
 * Names the build after what is in it, in the page and in `version.json`, so that a wall sees when another one is served.
 * File names hold hashes of their contents: the same sources have the same name.
 */
function nameBuild(): Plugin {
  let name = ''
  return {
    name: 'drumtower:build-name',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const files = Object.keys(bundle ?? {}).filter((file) => !file.endsWith('.html'))
        name = createHash('sha256').update(files.sort().join()).digest('hex').slice(0, 12)
        return html.replace(
          '</title>',
          `</title>\n    <meta name="drumtower-build" content="${name}" />`,
        )
      },
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        if (this.environment.name !== 'client') return
        const files = Object.keys(bundle).filter((file) => file.startsWith('assets/'))
        const source = `${JSON.stringify({ version, build: name, files: files.sort() })}\n`
        this.emitFile({ type: 'asset', fileName: 'version.json', source })
      },
    },
  }
}

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importers: readonly string[] } | null
}

/** Whether a module is imported by another one, over however many in between, without a wait. */
function isPartOf(id: string, root: string, modules: Modules): boolean {
  const seen = new Set([id])
  for (const one of seen) {
    if (one.endsWith(root)) return true
    for (const importer of modules.getModuleInfo(one)?.importers ?? []) seen.add(importer)
  }
  return false
}

/** `app` for what the app imports and the entry does not; other chunks are left to the bundler. */
function whole(id: string, modules: Modules): string | null {
  if (id.includes('/node_modules/')) return null
  const isLater = !isPartOf(id, '/src/main.tsx', modules)
  return isLater && isPartOf(id, '/src/surfaces/app.tsx', modules) ? 'app' : null
}

/** Mode `demo` keeps the simulated world in the build, for a static demonstration; `VITE_DEMO=1` says the same. */
export default defineConfig(({ mode }) => {
  if (mode === 'demo') process.env.VITE_DEMO = '1'
  const demo = process.env.VITE_DEMO === '1'
  return {
    plugins: [react(), serveMockWorker(), nameBuild()],
    define: { __VERSION__: JSON.stringify(version) },
    resolve: {
      // deck.gl without its WebGPU half: about an eighth of its size.
      conditions: ['visgl:webgl-only', ...defaultClientConditions],
    },
    build: {
      outDir: demo ? 'dist-demo' : 'dist',
      target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
      sourcemap: false,
      // A data: URL would ask for a wider CSP, and saves one request on a local network.
      assetsInlineLimit: 0,
      // `npm run size` keeps the budget.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        output: {
          // A lazy package is named after itself, not after its entry file (`esm`, `index`).
          // What a page needs beyond the entry stays in one chunk: a hundred small ones compress worse.
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ debugName: 'app', name: whole }],
          },
          chunkFileNames: ({ facadeModuleId }) =>
            `assets/${packageOf(facadeModuleId) ?? '[name]'}-[hash].js`,
        },
      },
    },
    worker: { format: 'es' },
    optimizeDeps: {
      // What stands behind lazy chunks and workers. Met late, it would reload the page of a running session.
      include: [
        'react',
        'react-dom/client',
        'react/jsx-runtime',
        '@deck.gl/core',
        '@deck.gl/extensions',
        '@deck.gl/layers',
        '@deck.gl/maplibre',
        '@tanstack/react-query',
        '@tanstack/react-virtual',
        'apache-arrow',
        'comlink',
        'gcoord',
        'maplibre-gl',
        'msw',
        'msw/browser',
        'pinyin-pro',
        'recharts',
        'zod/mini',
      ],
    },
    preview: { headers: SECURITY_HEADERS },
  }
})
