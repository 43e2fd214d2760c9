import { useState } from 'react'
import type { Loaded } from '../../../api/bring/open-file'
import { Dialog } from '../../../ui/dialog'
import { Button, ErrorNote } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { formatCount } from '../../../ui/numbers'
import './bring.css'
import { Columns } from './columns'
import { ReportView } from './report'
import { useFile } from './use-file'
import { CAUSE, WORDS } from './words'

interface Props {
  /** What was dropped; null: to be chosen. */
  readonly file: File | null
  readonly onClose: () => void
  readonly onShow: (loaded: Extract<Loaded, { ok: true }>) => void
}

/** A file of incidents, from choosing it to seeing it on the map. */
export default function BringDialog({ file: dropped, onClose, onShow }: Props) {
  const say = useSay()
  const { file, stage, choose, load, take } = useFile(dropped)
  const [isTaking, setTaking] = useState(false)
  const another = <Button onClick={() => choose(null)}>{say(WORDS.another)}</Button>
  return (
    <Dialog
      title={file ? `${say(WORDS.title)} · ${file.name}` : say(WORDS.title)}
      onClose={onClose}
    >
      <div className="bring" data-bring={stage.at}>
        {stage.at === 'choosing' && (
          <>
            <p>{say(WORDS.kinds)}</p>
            <Chooser onFile={choose} />
          </>
        )}
        {(stage.at === 'opening' || stage.at === 'loading') && (
          <p role="status">
            {say(stage.at === 'opening' ? WORDS.opening : WORDS.loading)}{' '}
            {Math.round(100 * stage.share)} %
            {stage.rows > 0 && ` · ${formatCount(stage.rows)} ${say(WORDS.rows)}`}
            <progress value={stage.share} />
          </p>
        )}
        {stage.at === 'refused' && (
          <>
            <ErrorNote what={say(CAUSE[stage.why.cause])} todo={stage.why.detail ?? ''} />
            <Chooser onFile={choose} />
          </>
        )}
        {stage.at === 'found' && (
          <Columns found={stage.found} onLoad={load}>
            {another}
            <Button onClick={onClose}>{say(WORDS.close)}</Button>
          </Columns>
        )}
        {stage.at === 'loaded' && (
          <ReportView name={file?.name ?? ''} report={stage.loaded.report} />
        )}
        {stage.at !== 'found' && (
          <footer>
            {stage.at === 'loaded' && (
              <Button
                className="primary"
                disabled={isTaking}
                onClick={async () => {
                  const { loaded } = stage
                  setTaking(true)
                  await take(loaded)
                  onShow(loaded)
                }}
              >
                {say(WORDS.show)}
              </Button>
            )}
            {stage.at === 'loaded' && another}
            <Button onClick={onClose}>
              {say(stage.at === 'opening' || stage.at === 'loading' ? WORDS.cancel : WORDS.close)}
            </Button>
          </footer>
        )}
      </div>
    </Dialog>
  )
}

function Chooser({ onFile }: { readonly onFile: (file: File) => void }) {
  const say = useSay()
  return (
    <label className="bring-chooser">
      <span>{say(WORDS.choose)}</span>
      <input
        type="file"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onFile(file)
        }}
      />
    </label>
  )
}
