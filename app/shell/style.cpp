// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shell/style.h"

#include "app/shell/control_looks.h"
#include "app/signs/measures.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace timeloom {

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const {
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_ScrollBarExtent:
        return px(10);
    case PM_SplitterWidth:
        return 8;
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractItemView *>(widget) != nullptr ? 0 : 2;
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return px(20);
    case PM_SmallIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SliderThickness:
    case PM_SliderLength:
    case PM_SliderControlThickness:
        return px(16);
    case PM_MenuPanelWidth:
    case PM_MenuVMargin:
    case PM_ToolTipLabelFrameWidth:
        return 4;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const {
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_UnderlineShortcut:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const {
    const ControlLooks looks(*painter, *option, widget);
    switch (element) {
    case PE_FrameFocusRect:
        looks.focusRing(option->rect);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            frame->lineWidth > 0 ? looks.field(option->rect)
                                 : QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        // Nothing in the window has a frame but where text is typed.
        if (widget != nullptr && ((widget->inherits("QTextEdit") && !widget->inherits("QTextBrowser")) ||
                                  widget->inherits("QPlainTextEdit"))) {
            looks.field(option->rect);
        }
        return;
    case PE_PanelButtonCommand:
        looks.button(option->rect);
        return;
    case PE_PanelButtonTool:
        looks.toolButton(option->rect);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        looks.checkBox(option->rect);
        return;
    case PE_IndicatorRadioButton:
        looks.radioButton(option->rect);
        return;
    case PE_FrameMenu:
    case PE_PanelMenu:
        looks.popup(option->rect);
        return;
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_FrameTabBarBase:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const {
    const ControlLooks looks(*painter, *option, widget);
    switch (element) {
    case CE_Splitter:
        looks.splitter(option->rect);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label = *button;
            label.palette.setColor(QPalette::ButtonText, looks.textOfButton());
            QProxyStyle::drawControl(element, &label, painter, widget);
        }
        return;
    case CE_MenuBarEmptyArea:
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            looks.menuBarItem(*item);
        }
        return;
    case CE_HeaderSection:
        looks.headerSection(option->rect);
        return;
    case CE_ScrollBarAddLine:
    case CE_ScrollBarSubLine:
    case CE_ScrollBarAddPage:
    case CE_ScrollBarSubPage:
        return;
    case CE_ScrollBarSlider:
        looks.scrollBarHandle(option->rect);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const {
    const ControlLooks looks(*painter, *option, widget);
    switch (control) {
    case CC_Slider:
        looks.slider(subControlRect(control, option, SC_SliderGroove, widget),
                     subControlRect(control, option, SC_SliderHandle, widget));
        return;
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            looks.field(box->rect);
            looks.arrow(subControlRect(control, option, SC_ComboBoxArrow, widget));
        }
        return;
    case CC_SpinBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
            box != nullptr && box->buttonSymbols == QAbstractSpinBox::NoButtons) {
            looks.field(box->rect);
            return;
        }
        [[fallthrough]];
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const {
    if (control == CC_ScrollBar) { // no arrows
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar == nullptr) {
            return QProxyStyle::subControlRect(control, option, part, widget);
        }
        const bool across = bar->orientation == Qt::Horizontal;
        const QRect all = option->rect;
        const int length = across ? all.width() : all.height();
        const int range = bar->maximum - bar->minimum;
        const int least = std::min(length, px(24));
        const int handle =
            range > 0 ? std::max(least, static_cast<int>(static_cast<qint64>(length) * bar->pageStep /
                                                         (static_cast<qint64>(range) + bar->pageStep)))
                      : length;
        const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                               length - handle, bar->upsideDown);
        const auto piece = [&](int from, int size) {
            return across ? QRect(all.left() + from, all.top(), size, all.height())
                          : QRect(all.left(), all.top() + from, all.width(), size);
        };
        switch (part) {
        case SC_ScrollBarSlider:
            return piece(at, handle);
        case SC_ScrollBarSubPage:
            return piece(0, at);
        case SC_ScrollBarAddPage:
            return piece(at + handle, length - at - handle);
        case SC_ScrollBarGroove:
            return all;
        default:
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const {
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return {std::max(size.width() + px(24), px(32)), px(32)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        made.setHeight(std::max(made.height(), px(34)));
        return made;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator) {
            made.setHeight(std::max(made.height(), px(28)));
        }
        return made;
    case CT_MenuBarItem:
        return {size.width() + px(16), px(32)};
    default:
        return made;
    }
}

/// What changes below the pointer has to be told of it.
void Style::polish(QWidget *widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
    if (auto *header = qobject_cast<QHeaderView *>(widget)) {
        header->setFont(textFont(12));
    }
}

} // namespace timeloom
