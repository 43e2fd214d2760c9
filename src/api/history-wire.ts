/** Media type of bulk columns (Apache Arrow IPC, streaming format). */
export const ARROW_STREAM = 'application/vnd.apache.arrow.stream'
