import type { InsetProps } from '../../topics/topic'
import { useLang } from '../../ui/lang'
import { PanelBoundary } from '../panel-boundary'
import type { TopicNow } from '../use-topics'

interface Props extends Omit<InsetProps<unknown>, 'data'> {
  readonly topics: readonly TopicNow[]
}

/** What topics enlarge in the corner of the map. */
export default function Insets({ topics, ...props }: Props) {
  const lang = useLang()
  return (
    <div className="desk-insets">
      {topics.map(
        ({ topic, data, error }) =>
          topic.Inset &&
          !error && (
            <PanelBoundary lang={lang} key={topic.id}>
              <topic.Inset data={data} {...props} />
            </PanelBoundary>
          ),
      )}
    </div>
  )
}
