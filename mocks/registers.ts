import { type AnnotationRegister, memoryAnnotations } from './annotations/register'
import { memoryWalls, type WallRegister } from './walls/register'

/** What a simulated server is told and keeps, beside what its world remembers. */
export interface Registers {
  readonly walls: WallRegister
  readonly annotations: AnnotationRegister
}

export const memoryRegisters = (): Registers => ({
  walls: memoryWalls(),
  annotations: memoryAnnotations(),
})
