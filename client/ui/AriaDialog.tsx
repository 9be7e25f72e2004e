/** The part of Dialog that needs React Aria: a chunk of its own, loaded with the first dialog that opens. */
import './aria-style.js'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './Button.js'
import { classNames } from './class-names.js'
import type { DialogProps } from './Dialog.js'
import { useWords } from './words.js'

export default function AriaDialog({ title, onClose, children, actions, size, mustDecide = false }: DialogProps) {
  const words = useWords()
  return (
    <I18nProvider locale={words.locale}>
      <ModalOverlay
        className="veil"
        isOpen
        isDismissable={!mustDecide}
        onOpenChange={(isNowOpen) => {
          if (!isNowOpen) onClose()
        }}
      >
        <Modal className={classNames('modal', size === 'wide' && 'modal-wide')}>
          <Dialog className="dialog" role={mustDecide ? 'alertdialog' : 'dialog'}>
            <div className="dialog-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <Button kind="quiet" size="small" onClick={onClose}>
                {words('ui.close')}
              </Button>
            </div>
            <div className="dialog-body">{children}</div>
            {actions && <div className="dialog-actions cluster gap-2 align-center">{actions}</div>}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}
