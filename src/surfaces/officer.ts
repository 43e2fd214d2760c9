/** Who decides and writes here. */
export interface Officer {
  /** Role and seat, never a name. */
  readonly by: string
  /** A viewer, and a wall, order and write nothing. */
  readonly mayOrder: boolean
}

export function officerOf(roles: readonly string[] | undefined, seat: number): Officer {
  const role = roles?.[0] ?? 'duty-officer'
  const mayOrder = roles === undefined || roles.some((one) => one !== 'viewer' && one !== 'wall')
  return { by: `${role} · 席位 ${seat}`, mayOrder }
}
