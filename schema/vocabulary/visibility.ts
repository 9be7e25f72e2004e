/** Who may see something, from the widest to the narrowest; the SDL enum `Visibility`. [PA-4] */
export const visibilityLevels = ['PUBLIC', 'ACCOUNT', 'PARTICIPANTS', 'MANAGEMENT'] as const
export type VisibilityLevel = (typeof visibilityLevels)[number]
