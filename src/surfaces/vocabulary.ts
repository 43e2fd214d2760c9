import { TOPICS } from '../topics'
import type { Vocabulary } from '../view/codec'

/** The words that an address of this product may use. */
export const VOCABULARY: Vocabulary = {
  topics: TOPICS.map(({ id }) => id),
  tables: TOPICS.flatMap(({ tableIds }) => tableIds),
  options: TOPICS.flatMap(({ optionIds }) => optionIds ?? []),
}
