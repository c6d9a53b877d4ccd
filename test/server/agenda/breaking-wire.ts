/** A network between an instance and its database that can break. */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** Every now and then all that is open breaks off, whatever it was doing. */
export class BreakingWire {
  readonly #open = new Set<Socket>();
  #server: Server | undefined;
  breaks = 0;

  async listen(port: number): Promise<number> {
    const server = createServer((socket) => {
      const there = connect(port, '127.0.0.1');
      for (const [one, other] of [
        [socket, there],
        [there, socket],
      ] as const) {
        this.#open.add(one);
        one.pipe(other);
        one.on('error', () => undefined);
        one.on('close', () => {
          this.#open.delete(one);
          other.destroy();
        });
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  /** Some of what is open: an answer may be on its way, or the commit itself. */
  cut(): void {
    for (const socket of this.#open)
      if (Math.random() < 0.5) {
        this.breaks += 1;
        socket.destroy();
      }
  }

  close(): void {
    this.#server?.close();
    for (const socket of this.#open) socket.destroy();
  }
}
