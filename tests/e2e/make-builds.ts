import { makeBuilds } from './builds'

/** Runs once before the project: its tests drive what a user deploys, never the development server. */
export default makeBuilds
