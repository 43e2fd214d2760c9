/**
 * The door for personal fields. The contract has no place for them, so a schema drops them anyway; this module
 * knows them by name, so that a source which sends them is counted and shown instead of quietly obeyed.
 */

const PERSONAL = new Set(
  [
    'idcard idcardno idcardnumber idno idnumber identitycard citizenid nationalid passport passportno',
    'phone phoneno phonenumber mobile mobileno mobilephone tel telephone cellphone email wechat',
    'plate plateno platenumber licenseplate licenceplate numberplate hphm',
    'face faceid faceimage facefeature fingerprint portrait imei imsi mac macaddress',
    'birthday birthdate dateofbirth gender sex ethnicity religion nationality homeaddress',
    'name fullname realname firstname lastname familyname givenname surname xm sfzh sjh',
    '姓名 身份证 身份证号 手机 手机号 电话 电话号码 联系电话 车牌 车牌号 人脸 性别 民族 住址',
  ].flatMap((line) => line.split(' ')),
)

/** Who a field may belong to: `callerPhone`, `driver_name`, `officerFace`. */
const PERSON =
  /^(caller|reporter|person|people|driver|owner|victim|suspect|witness|officer|police|contact|visitor|tourist|resident|user)s?/

/** Whether a field's name says that it identifies a person. Case, `_` and `-` do not matter. */
export function isPersonalField(field: string): boolean {
  const plain = field.replace(/[_\-\s]/g, '').toLowerCase()
  return PERSONAL.has(plain) || PERSONAL.has(plain.replace(PERSON, ''))
}

/** Number of personal fields that stand in `raw` and that its schema did not let into `kept`. */
export function countDropped(raw: unknown, kept: unknown): number {
  if (typeof raw !== 'object' || raw === null) return 0
  if (Array.isArray(raw)) {
    // Rings and lists of words hold no fields; looking at their first element spares the walk.
    if (typeof raw[0] !== 'object' || Array.isArray(raw[0]) || !Array.isArray(kept)) return 0
    return raw.reduce<number>((sum, element, i) => sum + countDropped(element, kept[i]), 0)
  }
  if (typeof kept !== 'object' || kept === null) return 0
  let dropped = 0
  for (const [field, value] of Object.entries(raw)) {
    if (Object.hasOwn(kept, field)) {
      dropped += countDropped(value, (kept as Record<string, unknown>)[field])
    } else if (isPersonalField(field)) dropped += 1
  }
  return dropped
}

/** A record for people to read: at most 200 characters, without the fields that name a person. */
export function sampleOf(raw: unknown): string {
  try {
    const text = JSON.stringify(raw, (field, value) => (isPersonalField(field) ? undefined : value))
    return (text ?? String(raw)).slice(0, 200)
  } catch {
    return '…' // nested too deep to print
  }
}
