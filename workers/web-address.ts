/** Whether what somebody names is an address on the web and no path. */
export const isWebAddress = (name: string): boolean => /^https?:\/\//i.test(name);
