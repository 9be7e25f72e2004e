/** Scheme and host under which the page was asked for: the beginning of its permanent address. */
export const originOf = (request: Request): string => new URL(request.url).origin
