import { TOPICS } from '../../topics'
import type { ChangeView } from '../../view/use-view'
import { type Selected, SPANS, type View } from '../../view/view'
import { describeSelected } from './describe-selected'
import type { Picture } from './use-picture'

/** Close enough to see a unit in its street and the zones of a scenic area. */
const NEAR_ZOOM = 13

/** What hands and keys do with the view. */
export function actsOn(
  { topics, shownTopics, attention, region, clock }: Picture,
  view: View,
  change: ChangeView,
  zoom: number,
) {
  const select = (selected: Selected | null) => change({ selected }, 'push')
  function goTo(position: readonly [number, number] | null | undefined) {
    if (!position) return
    const [lng, lat] = position
    change({ table: null, camera: { lng, lat, zoom: Math.max(view.camera?.zoom ?? 0, NEAR_ZOOM) } })
  }
  return {
    select,
    goToSelected: () => goTo(describeSelected(topics, view.selected)?.position),
    selectAndGo(selected: Selected) {
      select(selected)
      goTo(describeSelected(topics, selected)?.position)
    },
    choose: ({ topic, id }: Selected) => change({ selected: { topic, id } }),
    step(by: number) {
      const at = attention.findIndex(
        ({ topic, id }) => topic === view.selected?.topic && id === view.selected.id,
      )
      const next = attention[Math.min(attention.length - 1, Math.max(0, at < 0 ? 0 : at + by))]
      if (next) change({ selected: { topic: next.topic, id: next.id } })
    },
    toggle(topic: string) {
      const shown = TOPICS.map(({ id }) => id).filter(
        (id) => view.shown.includes(id) !== (id === topic),
      )
      change({ shown })
    },
    setOptions(ids: readonly string[], on: readonly string[]) {
      const others = view.options.filter((id) => !ids.includes(id))
      change({ options: [...others, ...on] }, 'push')
    },
    zoomBy(by: number) {
      const centre = view.camera ?? {
        lng: (region[0] + region[2]) / 2,
        lat: (region[1] + region[3]) / 2,
        zoom,
      }
      change({ camera: { ...centre, zoom: Math.min(17, Math.max(4, centre.zoom + by)) } })
    },
    toggleTable: () =>
      change({
        table: view.table
          ? null
          : (view.selected?.topic ??
            shownTopics.map(({ topic, data }) => topic.tableOnTop?.(data)).find(Boolean) ??
            TOPICS[0]?.id ??
            null),
        filter: '',
      }),
    nextSpan: () =>
      clock.setSpan(
        SPANS[((SPANS as readonly string[]).indexOf(view.span) + 1) % SPANS.length] ?? '7d',
      ),
  }
}

export type Acts = ReturnType<typeof actsOn>
