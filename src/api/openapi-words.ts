import type { FeedId } from './feeds'

/** What each feed holds, for those who build a source. */
export const FEED_WORDS: { readonly [Id in FeedId]: string } = {
  meta: 'Server time, build, region, roles of this session and the list of sources. The only clock that clients trust: they keep the best of the last eight offsets.',
  incidents:
    'Open incidents and those that occurred in the last 24 hours. Older ones are read from `incidents/history`.',
  units: 'Patrol units. They have call signs; there is no field for the people in them.',
  visits: 'Visits of patrol units to watch places during the last 24 hours.',
  'watch-places': 'Polygons that patrols are asked to visit, with interval and dose.',
  'scenic-areas': 'Scenic areas with zones, gates and capacities (LB/T 034-2014).',
  crowd: 'Counts by gate and by zone. Counts only; nobody is recognised.',
  'fire-devices': 'Fire sensors and fire water points: what stands where.',
  alarms:
    'Every alarm that is not normal, named after its occurrence. The server owns the state machine (ISA-18.2 / IEC 62682); clients write through `alarms/{id}/…`.',
  'fire-readings': 'States and values of fire devices. Every state that is on is kept.',
}

/** Words for fields, by name; a field that means something else in one feed stands below as `feed.field`. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  id: 'Identifier, a string, stable for as long as the thing exists.',
  observedAt:
    'When this record was observed, by the source. Not when it was sent: a record observed earlier never overwrites one observed later.',
  areaCode: 'Six-digit division code (GB/T 2260), or the source’s own area code outside China.',
  name: 'Name of the place in the language of the region.',
  nameEn: 'The same in English.',
  position:
    'Longitude and latitude in degrees, in the coordinate system that the envelope declares. Null: the source could not place it; it is then counted and listed, never drawn.',
  ring: 'Closed ring of positions: first and last are equal.',
  region: 'The part of the world that this server answers for.',
  'region.southWest': 'South-west corner of the region.',
  'region.northEast': 'North-east corner of the region.',
  serverTime: 'The server’s clock at the moment of answering.',
  build: 'Version of the server, for people.',
  roles: 'Roles of this session.',
  areas:
    'Prefectures and counties of the region, each by its division code (GB/T 2260) with its names. Optional: without it areas are shown by their codes.',
  provenance:
    'Where the data come from. Anything but `live` is stamped on every screen that shows them.',
  sources: 'The sources behind the feeds.',
  'sources.feed': 'Id of the feed that the source fills.',
  'sources.owner': 'Who answers for the source.',
  'sources.ownerEn': 'The same in English.',
  'sources.cadenceMs': 'How often the source renews its content, in milliseconds.',
  'sources.crs': 'Coordinate system of the source before any conversion.',
  'sources.note': 'Why the source is empty or limited, in its own words.',
  'sources.noteEn': 'The same in English.',
  category: 'Kind of incident.',
  label: 'The source’s own word for the kind. Drawn as text, never interpreted.',
  severity: 'CAP severity.',
  stage: 'Where the incident is in its life at the 110 centre.',
  source: 'Who brought it up. Only what the public reported feeds hot spots.',
  occurredAt: 'When it happened.',
  receivedAt: 'When the centre learned of it.',
  dispatchedAt: 'When the first unit was sent.',
  arrivedAt: 'When the first unit was there.',
  closedAt: 'When it was closed.',
  precision: 'How exactly the position is known.',
  place: 'A street or place in words. Never a household, never a person.',
  callSign: 'Call sign of the unit.',
  kind: 'What it is.',
  status: 'What the unit is doing.',
  headingDeg: 'Degrees clockwise from north.',
  speedKmh: 'Speed over ground in km/h.',
  placeId: 'Id of the watch place.',
  unitId: 'Id of the patrol unit.',
  enteredAt: 'When the unit entered the place.',
  leftAt: 'When it left; null while it is still there.',
  required:
    'How often the place is to be visited, by hour of the day. Other hours ask for nothing.',
  'required.fromHour': 'First hour on the province’s clock (UTC+8), inside.',
  'required.toHour': 'Last hour, outside. Smaller than `fromHour` where the span crosses midnight.',
  'required.everyMin': 'A visit at least every so many minutes.',
  plannedDoseMin: 'Minutes of presence planned per visit.',
  positionGrade: 'How sure the position is: A (two sources within 0.7 km) to D (weak).',
  zones: 'Parts of the area, each with its own density.',
  'zones.usableM2': 'Area that people can stand on, in m².',
  'zones.m2PerPerson': 'Space allowed per person, in m² (LB/T 034-2014, Yi).',
  'zones.zoneId': 'Id of the zone.',
  'zones.persons': 'Persons in the zone now.',
  gates: 'Ways in and out.',
  'gates.widthM': 'Clear width in metres.',
  'gates.gateId': 'Id of the gate.',
  'gates.entries': 'Persons in since the nightly reset.',
  'gates.exits': 'Persons out since the nightly reset.',
  'gates.inPerMin': 'Persons in per minute, over the last five minutes.',
  'gates.outPerMin': 'Persons out per minute, over the last five minutes.',
  'gates.downSince': 'Since when the counter is down; null while it counts.',
  instantCapacity: 'Persons allowed at one moment (LB/T 034-2014, C1).',
  dailyCapacity: 'Persons allowed in a day (LB/T 034-2014, C2).',
  fictitious:
    'True where the capacities are invented for a simulation; said wherever they are shown.',
  openFromHour: 'Opens at this hour on the province’s clock (UTC+8).',
  openToHour: 'Closes at this hour.',
  buildingClass: 'Class of the building, which decides the clauses that apply.',
  woodenHouses: 'Houses built of wood, for a village. Fifty and more is a risk area.',
  condition: 'Whether a pressure is read static or flowing. The two are never compared.',
  states:
    'Every state that is on. Alarm, supervisory, fault and disabled are never merged; an unknown state counts against readiness.',
  code: 'The source’s own code (GB/T 26875.3) where it has no word in `states`; 128 to 255 are the vendor’s.',
  value: 'The value measured; null where the device measures none.',
  unit: 'Unit of `value`.',
  'fire-devices.placeId': 'Id of the building, street or village that the device belongs to.',
  'fire-devices.place': 'The same in words.',
  'fire-devices.placeEn': 'The same in English.',
  'fire-readings.id': 'Id of the device.',
  'crowd.id': 'Id of the scenic area.',
  'crowd.zones': 'Counts by zone.',
  'crowd.gates': 'Counts by gate.',
}

/** The most particular words there are for a field; undefined where nobody has written any. */
export function wordsFor(feed: FeedId, path: readonly string[]): string | undefined {
  const field = path.join('.')
  return FIELD_WORDS[`${feed}.${field}`] ?? FIELD_WORDS[field] ?? FIELD_WORDS[path.at(-1) ?? '']
}
