/** What a container may hold before the rest of it is left, with a reject. Sizes in bytes. */
export interface ContainerLimits {
  /** Members of one input, those of containers inside it too. */
  readonly members: number;
  /** Containers inside each other: a ZIP in a TAR.GZ is 3. */
  readonly depth: number;
  /** One member, unpacked. */
  readonly memberBytes: number;
  /** All members of one input, unpacked. */
  readonly totalBytes: number;
  /** Unpacked to packed size of a member of over 4 MiB. */
  readonly ratio: number;
}

/** A row of a table is small and there may be many; deflate packs text 20 to 1 at most. */
export const CONTAINER_LIMITS: ContainerLimits = {
  members: 5_000_000,
  depth: 4,
  memberBytes: 64 * 2 ** 20,
  totalBytes: 64 * 2 ** 30,
  ratio: 250,
};

/** Members up to this size are held to no ratio. */
export const RATIO_FROM = 4 * 2 ** 20;
