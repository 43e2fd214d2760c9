import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'

/** A source file as the rules see it. Paths are from the repository's root, with forward slashes. */
export interface Module {
  readonly path: string
  readonly imports: readonly Import[]
  /** Global names in use: `fetch`, `Date.now`, `new Date()`. Properties and types of the same name are not meant. */
  readonly globals: ReadonlySet<string>
  /** Every name in the text: bindings, properties, JSX attributes. */
  readonly names: ReadonlySet<string>
  /** Every string, template part and JSX text. */
  readonly strings: readonly string[]
}

export interface Import {
  /** As written. Null: computed at run time. */
  readonly specifier: string | null
  /** Path inside the repository, without an extension where none is written; null for a package. */
  readonly target: string | null
  readonly kind: 'static' | 'type' | 're-export' | 'dynamic' | 'url'
}

type Node = { readonly type: string; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const text = (value: unknown): string | null =>
  isNode(value) && value.type === 'Literal' && typeof value.value === 'string' ? value.value : null

const nameOf = (value: unknown): string | null =>
  isNode(value) && value.type === 'Identifier' ? (value.name as string) : null

/** `x as T`, `x!` and `x satisfies T` hold a value; every other node of TypeScript's own holds a type. */
const VALUE_IN_TYPE = /^TS(AsExpression|NonNullExpression|SatisfiesExpression|TypeAssertion)$/
const isTypeNode = (node: Node | null) =>
  node?.type.startsWith('TS') === true && !VALUE_IN_TYPE.test(node.type)

/** `import.meta.url`: what the bundler follows. */
const isImportMeta = (node: Node | undefined) =>
  node?.type === 'MemberExpression' && (node.object as Node).type === 'MetaProperty'

/** `globalThis.fetch` and `window.fetch` are `fetch`. */
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self'])

export function parseModule(path: string, source: string): Module {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const imports: Import[] = []
  const globals = new Set<string>()
  const names = new Set<string>()
  const strings: string[] = []

  const reach = (specifier: string | null, kind: Import['kind']) => {
    const bare = specifier?.replace(/\?.*$/, '') ?? ''
    const target = bare.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(path), bare))
      : bare.startsWith('/')
        ? bare.slice(1)
        : null
    imports.push({ specifier, target, kind })
  }

  const member = (node: Node) => {
    const object = nameOf(node.object)
    const property = node.computed ? text(node.property) : nameOf(node.property)
    if (!object || !property) return
    globals.add(GLOBAL_OBJECTS.has(object) ? property : `${object}.${property}`)
  }

  const visit = (node: Node, parent: Node | null, key: string) => {
    switch (node.type) {
      case 'ImportDeclaration':
        reach(text(node.source), node.importKind === 'type' ? 'type' : 'static')
        break
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (node.source) reach(text(node.source), 're-export')
        break
      case 'ImportExpression':
        reach(text(node.source), 'dynamic')
        break
      case 'TSImportType':
        reach(text(node.source), 'type')
        break
      case 'NewExpression': {
        const callee = nameOf(node.callee)
        const args = node.arguments as Node[]
        if (callee === 'Date' && args.length === 0) globals.add('new Date()')
        if (callee === 'URL' && isImportMeta(args[1])) reach(text(args[0]), 'url')
        break
      }
      case 'CallExpression': {
        const callee = node.callee as Node
        if (nameOf(callee) === 'Date') globals.add('new Date()')
        if (callee.type === 'MemberExpression' && nameOf(callee.property) === 'glob')
          reach(null, 'dynamic')
        break
      }
      case 'MemberExpression':
        member(node)
        break
      case 'Identifier': {
        const name = node.name as string
        names.add(name)
        const isProperty =
          ((parent?.type === 'MemberExpression' && key === 'property') ||
            (parent?.type === 'Property' && key === 'key') ||
            parent?.type === 'PropertyDefinition' ||
            parent?.type === 'MethodDefinition' ||
            isTypeNode(parent)) &&
          parent?.computed !== true &&
          parent?.shorthand !== true
        if (!isProperty) globals.add(name)
        break
      }
      case 'JSXIdentifier':
        names.add(node.name as string)
        break
      case 'Literal':
        if (typeof node.value === 'string') strings.push(node.value)
        break
      case 'TemplateElement':
        strings.push((node.value as { raw: string }).raw)
        break
      case 'JSXText':
        strings.push(node.value as string)
        break
    }
    for (const [childKey, value] of Object.entries(node)) {
      if (isNode(value)) visit(value, node, childKey)
      else if (Array.isArray(value))
        for (const child of value) if (isNode(child)) visit(child, node, childKey)
    }
  }
  visit(program as unknown as Node, null, '')
  return { path, imports, globals, names, strings }
}

const SOURCE = /\.tsx?$/
const TEST = /\.test\.tsx?$/

/** Every module of the given folders. Tests stand beside the code and may reach further: they are left out. */
export function readModules(root: string, folders: readonly string[]): Module[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
      .filter((path) => SOURCE.test(path) && !TEST.test(path) && !path.endsWith('.d.ts'))
      .map((path) => parseModule(path, readFileSync(join(root, path), 'utf8'))),
  )
}

/** Every folder under the given ones, for the rule on names. */
export function readFolders(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  )
}
