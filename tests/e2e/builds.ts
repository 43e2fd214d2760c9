import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** `app` is what a user deploys; `demo` keeps the simulated world. */
export const BUILDS = { app: 'production', demo: 'demo' } as const
export type BuildName = keyof typeof BUILDS

export const buildFolder = (name: BuildName) => join(ROOT, 'node_modules/.cache/drumtower', name)

/** Everything that a build is made from. */
const INPUTS = ['src', 'mocks', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

function filesOf(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return [path]
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap((input) => filesOf(join(ROOT, input))).sort())
    hash.update(relative(ROOT, file)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds what is not there yet or older than its sources, both at once. */
export async function makeBuilds(): Promise<void> {
  const now = fingerprint()
  const builds = Object.entries(BUILDS) as [BuildName, string][]
  await Promise.all(builds.map(([name, mode]) => makeBuild(name, mode, now)))
}

async function makeBuild(name: BuildName, mode: string, now: string): Promise<void> {
  const folder = buildFolder(name)
  const stamp = `${folder}.fingerprint`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  console.log(`Building ${name} for the end-to-end tests`)
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--mode', mode, '--outDir', folder, '--emptyOutDir']
  // Neither vitest's mode nor a demo flag of the caller may leak into the build.
  const env = { ...process.env, NODE_ENV: 'production', VITE_DEMO: '' }
  const build = spawn(process.execPath, [...args, '--logLevel', 'warn'], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  })
  const [code] = await once(build, 'close')
  if (code !== 0) throw new Error(`The ${name} build failed.`)
  writeFileSync(stamp, now)
}

/** Paths of a build's files, from its folder. */
export const builtFiles = (name: BuildName): string[] =>
  filesOf(buildFolder(name)).map((file) => relative(buildFolder(name), file).replaceAll('\\', '/'))

export const readBuilt = (name: BuildName, path: string) =>
  readFileSync(join(buildFolder(name), path))
