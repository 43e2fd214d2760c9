import { type Brought, putAway } from '../../api/bring/brought'
import { Button } from '../../ui/kit'
import { useSay } from '../../ui/lang'
import { formatCount } from '../../ui/numbers'
import { WORDS } from './words'

/** That these are not the source's, and how to get back to those. */
export default function FileNote({ brought: { name, held } }: { readonly brought: Brought }) {
  const say = useSay()
  return (
    <p className="incidents-file">
      <span>
        {say({ zh: '文件（只在本浏览器）', en: 'File (in this browser only)' })}{' '}
        <strong>{name}</strong> · {formatCount(held.count)} {say(WORDS.unit)}
      </span>
      <Button onClick={putAway}>{say({ zh: '移除', en: 'Put away' })}</Button>
    </p>
  )
}
