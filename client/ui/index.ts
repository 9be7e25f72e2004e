/** The front door of the design system. Knows no standards; the style sheet is `styles.css`, loaded once by the application's entry. */
export { UiProvider, useWords, Link, FormElement } from './words.js'
export type { UiWords, UiKey, UiLinkProps, UiFormProps, UiProviderProps } from './words.js'
export { classNames } from './class-names.js'
export { useHydrated } from './hydrated.js'
export {
  withParams,
  carriedParams,
  sortAddress,
  sortOf,
  columnsOf,
  densityOf,
  type Sort,
  type ParamChanges,
} from './address.js'
export { formatDay, formatInstant, offsetOf, placeOf } from './instant.js'
export { Stack, Cluster, Split, Prose, PageHeader, Section, VisuallyHidden, SkipLink } from './layout.js'
export { Shell, type NavItem, type ShellProps } from './Shell.js'
export { Button, LinkButton, type ButtonKind, type ButtonProps } from './Button.js'
export { Form, type FieldRefusal, type FormProps, type FormValues } from './Form.js'
export { Field, FieldSet, type FieldProps } from './Field.js'
export { TextField, TextArea, DateField, TimeField } from './TextField.js'
export { Select, CheckboxGroup, RadioGroup, Checkbox, type Choice, type Option } from './Choice.js'
export { FilterForm, type FilterFormProps } from './FilterForm.js'
export { Dialog, DialogLink, type DialogProps } from './Dialog.js'
export { Menu, type MenuAction, type MenuProps } from './Menu.js'
export { Tabs, type Tab } from './Tabs.js'
export { Shape, type ShapeName } from './Shape.js'
export { Chip, Native, BodyMark, Unconfirmed, Unknown, Day, AsOf, type Hue, type Tone } from './marks.js'
export { Time, type TimeProps } from './Time.js'
export { DataTable, shownColumns, type Column, type DataTableProps } from './DataTable.js'
export { ViewTools } from './ViewTools.js'
export { rowFor } from './grid-keys.js'
export { Matrix, type MatrixProps, type MatrixCell, type MatrixHead, type MatrixGroup, type Measure } from './Matrix.js'
export {
  Breadcrumb,
  DefinitionList,
  Figures,
  Timeline,
  Pager,
  Disclosure,
  type Crumb,
  type Fact,
  type Figure,
  type TimelineEntry,
} from './lists.js'
export {
  Notice,
  EmptyState,
  Skeleton,
  Loading,
  Refused,
  RefusedInline,
  OfflineNotice,
  useOnline,
  type NoticeKind,
} from './feedback.js'
export { ThemeSwitch } from './ThemeSwitch.js'
export { useAnnounce, type Announce } from './Announcer.js'
export { useKey, useListedKeys, type KeyBinding } from './keys.js'
export { ShortcutSheet } from './ShortcutSheet.js'
export { readStored, writeStored } from './stored.js'
