/** The next frame is on the screen: what is posted while it is made is handled after it. Answers when that was. */
export const nextFrame = () =>
  new Promise<number>((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve(performance.now())
      }
      port2.postMessage(null)
    }),
  )
