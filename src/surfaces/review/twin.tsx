import type { ChartId } from '../../view/review'
import type { BoardProps } from './board'

export default function Twin(_: BoardProps & { readonly chart: ChartId }) {
  return null
}
