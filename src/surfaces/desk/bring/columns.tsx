import { type ReactNode, useState } from 'react'
import type { Settled } from '../../../api/bring/build'
import type { DateOrder } from '../../../api/bring/moments'
import type { Found } from '../../../api/bring/open-file'
import type { Roles } from '../../../api/bring/recognise'
import { CRS_NAMES, type CrsName } from '../../../api/crs'
import { HOUR_MS, PROVINCE_OFFSET_MS } from '../../../domain/time'
import { Button } from '../../../ui/kit'
import { useSay } from '../../../ui/lang'
import { stillToChoose } from './still-to-choose'
import { ROLE, WORDS } from './words'

/** Offsets in use, in hours; a clock that changes in summer is read as it stands in winter. */
const OFFSETS = [
  8,
  0,
  ...Array.from({ length: 27 }, (_, i) => i - 12).filter((h) => h !== 8 && h !== 0),
]

/** Without them nothing can be drawn. */
const MUST: readonly (keyof Roles)[] = ['lng', 'lat']

interface Props {
  readonly found: Found
  readonly onLoad: (roles: Roles, settled: Settled) => void
  /** What else can be done, beside reading it. */
  readonly children: ReactNode
}

/** What was recognised, for a person to correct; what the file does not say must be said here. */
export function Columns({ found, onLoad, children }: Props) {
  const say = useSay()
  const [roles, setRoles] = useState(found.roles)
  const [crs, setCrs] = useState(found.crs)
  const [offset, setOffset] = useState<number | null>(null)
  const [order, setOrder] = useState<DateOrder | null>(null)
  const [dropDuplicates, setDrop] = useState(false)
  const [day, setDay] = useState('')
  const lacks = roles.time === null ? null : found.untold[roles.time]
  const missing = stillToChoose({
    roles,
    crs,
    lacks: lacks ?? null,
    hasZone: offset !== null,
    hasOrder: order !== null,
    hasDay: day !== '',
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (crs === null) return
        onLoad(roles, {
          crs,
          order,
          dropDuplicates,
          offsetMs: offset === null ? null : offset * HOUR_MS,
          standsFor: day === '' ? null : Date.parse(day) - PROVINCE_OFFSET_MS,
        })
      }}
    >
      <div className="bring-sample">
        <table>
          <thead>
            <tr>
              {found.names.map((name, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, columns do not move
                <th key={c} scope="col" data-taken={Object.values(roles).includes(c) || undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.sample.map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sample do not move
              <tr key={r}>
                {row.map((cell, c) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells of a sample do not move
                  <td key={c}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <fieldset>
        <legend>{say(WORDS.columns)}</legend>
        {(Object.keys(ROLE) as (keyof Roles)[]).map((role) => (
          <label key={role}>
            <span>{say(ROLE[role])}</span>
            <select
              required={MUST.includes(role)}
              value={roles[role] ?? ''}
              onChange={({ target }) =>
                setRoles({ ...roles, [role]: target.value === '' ? null : Number(target.value) })
              }
            >
              <option value="">{say(MUST.includes(role) ? WORDS.mustChoose : WORDS.none)}</option>
              {found.names.map((name, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, columns do not move
                <option key={c} value={c}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          <span>{say(WORDS.crs)}</span>
          <select
            required
            value={crs ?? ''}
            onChange={({ target }) => setCrs((target.value || null) as CrsName | null)}
          >
            <option value="">{say(WORDS.mustChoose)}</option>
            {CRS_NAMES.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        {roles.time === null && (
          <label>
            <span>{say(WORDS.standsFor)}</span>
            <input
              type="date"
              required
              value={day}
              onChange={({ target }) => setDay(target.value)}
            />
          </label>
        )}
        {roles.time !== null && (
          <label>
            <span>{say(WORDS.zone)}</span>
            <select
              required={lacks?.zone === true}
              value={offset ?? ''}
              onChange={({ target }) =>
                setOffset(target.value === '' ? null : Number(target.value))
              }
            >
              <option value="">{say(lacks?.zone ? WORDS.mustChoose : WORDS.zoneTold)}</option>
              {OFFSETS.map((hours) => (
                <option key={hours} value={hours}>
                  UTC{hours < 0 ? '−' : '+'}
                  {Math.abs(hours)}
                  {hours === 8 && ` · ${say({ zh: '北京时间', en: 'Beijing' })}`}
                </option>
              ))}
            </select>
          </label>
        )}
        {lacks?.order && (
          <label>
            <span>{say(WORDS.order)}</span>
            <select
              required
              value={order ?? ''}
              onChange={({ target }) => setOrder((target.value || null) as DateOrder | null)}
            >
              <option value="">{say(WORDS.mustChoose)}</option>
              <option value="dmy">{say(WORDS.dmy)}</option>
              <option value="mdy">{say(WORDS.mdy)}</option>
            </select>
          </label>
        )}
        <label className="bring-check">
          <input
            type="checkbox"
            checked={dropDuplicates}
            onChange={({ target }) => setDrop(target.checked)}
          />
          <span>{say(WORDS.dedupe)}</span>
        </label>
      </fieldset>
      {roles.time === null && <p className="hatched note">{say(WORDS.noTime)}</p>}
      {missing.length > 0 && (
        <p className="ink2">
          {say(WORDS.needs)}
          {missing.map((one) => say(one)).join(' · ')}
        </p>
      )}
      <footer>
        <Button type="submit" className="primary" disabled={missing.length > 0}>
          {say(WORDS.load)}
        </Button>
        {children}
      </footer>
    </form>
  )
}
