#pragma once

#include "tests/views/lesson.h"
#include "views/document/packet_trace.h"
#include "views/document/selection.h"
#include "views/document/shown_ping.h"
#include "views/document/weak_points.h"
#include "views/panels/panel.h"

#include <QAbstractItemView>
#include <QtTest>

namespace netdraft::tests {

/// An example network with all that a panel is given.
struct PanelFixture {
    views::Document document;
    views::Selection selection;
    views::ShownPing shown{document};
    views::PacketTrace trace{document, shown};
    views::WeakPoints weak{document};
    views::PanelContext context{document, selection, shown, trace, weak, {}};

    explicit PanelFixture(const char *example = "routing") { openNamed(document, example); }

    /// A panel of this sort, shown.
    template <typename P>
    std::unique_ptr<P> show()
    {
        auto panel = std::make_unique<P>(context, nullptr);
        panel->resize(480, 800);
        panel->show();
        return panel;
    }

    void select(std::string_view node) { selection.set({nodeNamed(document, node)}); }
    bool solve(std::size_t steps = 3)
    {
        const auto edits = solution();
        for (std::size_t i = 0; i < steps; ++i) {
            if (!document.perform("step", edits[i]))
                return false;
        }
        return true;
    }
};

/// The part of a panel with this object name; where several forms have one, the one that is shown.
template <typename W>
W *part(const QWidget &panel, const char *name)
{
    const auto parts = panel.findChildren<W *>(QLatin1String(name));
    for (W *each : parts) {
        if (each->isVisibleTo(&panel))
            return each;
    }
    return parts.value(0);
}

/// Clicks a cell with the mouse.
inline void clickCell(QAbstractItemView *view, const QModelIndex &index)
{
    // Layouts take effect when their events are handled.
    QCoreApplication::processEvents();
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

/// The editor of the view's current cell; an earlier one may still wait to be deleted.
inline QWidget *editorOf(const QAbstractItemView *view)
{
    const auto editors = view->findChildren<QWidget *>(QStringLiteral("cellEditor"));
    return editors.isEmpty() ? nullptr : editors.constLast();
}

} // namespace netdraft::tests
