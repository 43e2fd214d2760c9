import { expect, test } from 'vitest'
import { historyStream } from '../../mocks/history'
import { decodeHistory } from '../../src/api/history-decode'
import { IncidentShelf } from '../../src/api/incident-shelf'
import { cubeBuffers } from '../../src/domain/density-cube'
import { KERNEL } from '../../src/domain/density-kernel'
import { buffersOf } from '../../src/domain/incident'
import { REPORTED } from '../../src/domain/incident-filter'
import { incidentIndex } from '../../src/domain/incident-index'

const ROWS = 20_000
const MOST = 350e6 / 5_000_000

/** What has to be there at once, byte by byte, since a heap does not say what is garbage in it. */
test('five million rows would take 350 MB at most: while they are read, and with their cube and index', () => {
  const bytes = historyStream(
    Array.from({ length: ROWS }, (_, i) => ({
      position: [104 + (i % 5_003) / 1_000, 25 + (i % 4_001) / 1_000] as const,
      occurredAt: i * 1_000,
      category: 'theft',
      severity: 'minor',
      source: 'public-report',
      areaCode: `5201${10 + (i % 80)}`,
    })),
    'CGCS2000',
  )
  const decoded = decodeHistory(bytes)
  if (!decoded.ok) throw new Error(decoded.cause)
  const { columns } = decoded
  const sum = (buffers: readonly ArrayBuffer[]) =>
    buffers.reduce((all, one) => all + one.byteLength, 0)
  const ofColumns = sum(buffersOf(columns))
  const reading = bytes.byteLength + ofColumns + 4 * ROWS
  expect(reading / ROWS).toBeLessThanOrEqual(MOST)
  const shelf = new IncidentShelf()
  shelf.put('history', columns, { from: 0, to: ROWS * 1_000 })
  const cube = shelf.cube('history', REPORTED, [103.6, 24.6, 109.6, 29.3], KERNEL)
  const index = incidentIndex(columns)
  // Cells of cube and index are no more with more rows: 8 and 16 MB of the 350.
  const ofCube = sum(cubeBuffers(cube)) - cube.starts.byteLength
  const held = ofColumns + ofCube + index.rows.byteLength
  expect(held / ROWS).toBeLessThanOrEqual(MOST - (8e6 + 16e6) / 5_000_000)
})
