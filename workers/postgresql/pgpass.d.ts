declare module 'pgpass' {
  /** Gives the password of the first line of the file of passwords that fits; undefined where none does. */
  export default function pgpass(
    place: { host: string; port: number; database: string; user: string },
    done: (password: string | undefined) => void,
  ): void;
}
