import { Button, Kbd } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { WORDS } from './words'

interface Props {
  readonly isTable: boolean
  readonly canMap: boolean
  readonly onToggle: () => void
  readonly onZoom: (by: number) => void
  readonly onFit: () => void
  /** A file of incidents is to be opened. */
  readonly onFile: () => void
}

export function MapTools({ isTable, canMap, onToggle, onZoom, onFit, onFile }: Props) {
  const say = useSay()
  return (
    <div className="map-tools">
      <Button className="filled" tabIndex={-1} onClick={onFile}>
        {say(WORDS.openFile)} <Kbd>O</Kbd>
      </Button>
      {canMap && (
        <Button className="filled" onClick={onToggle} aria-pressed={isTable}>
          {say(isTable ? WORDS.map : WORDS.table)} <Kbd>T</Kbd>
        </Button>
      )}
      {!isTable && (
        // By keyboard these are +, − and 0: no Tab stop is spent on them.
        <div className="map-zoom">
          <Button
            className="filled"
            tabIndex={-1}
            onClick={() => onZoom(1)}
            aria-label={say(WORDS.zoomIn)}
          >
            +
          </Button>
          <Button
            className="filled"
            tabIndex={-1}
            onClick={() => onZoom(-1)}
            aria-label={say(WORDS.zoomOut)}
          >
            −
          </Button>
          <Button
            className="filled"
            tabIndex={-1}
            onClick={onFit}
            aria-label={say(WORDS.fit)}
            title={say(WORDS.fit)}
          >
            ⤢
          </Button>
        </div>
      )}
    </div>
  )
}
