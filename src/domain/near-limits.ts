/** Start values of the practice (Ratcliffe's calculator, Haberman and Ratcliffe 2012): settings, not laws. */
export const NEAR_M = 100
export const NEAR_DAYS = 7
