import type { Server } from 'node:http'

/** The usual port, so that the address looks the same every day. */
export const USUAL_PORT = 8710
const TRIES = 50

/** This machine alone: nobody on the network reaches the server. */
const HOST = '127.0.0.1'

/** Listens on a port that must be free, or on the usual one or the next that is free. Gives the port. */
export async function listen(server: Server, asked: number | undefined): Promise<number> {
  if (asked !== undefined) return listenOn(server, asked)
  for (let port = USUAL_PORT; port < USUAL_PORT + TRIES; port += 1) {
    try {
      return await listenOn(server, port)
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  return listenOn(server, 0)
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
