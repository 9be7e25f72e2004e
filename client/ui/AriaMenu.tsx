/** The part of Menu that needs React Aria: a chunk of its own, loaded after the page stands. */
import './aria-style.js'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { classNames } from './class-names.js'
import type { MenuProps } from './Menu.js'
import { useNavigateTo, useWords } from './words.js'

export default function AriaMenu({ label, items, look }: MenuProps & { look: string }) {
  return (
    <I18nProvider locale={useWords().locale}>
      <RouterProvider navigate={useNavigateTo()}>
        <MenuTrigger>
          <Button className={look}>{label}</Button>
          <Popover className="popover" placement="bottom start" offset={4}>
            <Menu className="menu" onAction={(id) => items.find((item) => item.id === id)?.onAction?.()}>
              {items.map((item) => (
                <MenuItem
                  key={item.id}
                  id={item.id}
                  textValue={item.label}
                  href={item.href}
                  {...(item.isFile && { download: '' })}
                  isDisabled={item.isDisabled}
                  className={classNames('menu-item', item.isDanger && 'menu-item-danger')}
                >
                  {item.label}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </RouterProvider>
    </I18nProvider>
  )
}
