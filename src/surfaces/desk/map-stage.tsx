import { Stage, type StageProps } from '../../map/stage'

interface Props extends StageProps {
  /** The first answers are there: what is painted from now on is data. */
  readonly hasData: boolean
}

/** The stage as the desk uses it: ready is when data are on screen, not the basemap. */
export default function MapStage({ hasData, onReady, ...rest }: Props) {
  return <Stage {...rest} {...(hasData && onReady && { onReady })} />
}
