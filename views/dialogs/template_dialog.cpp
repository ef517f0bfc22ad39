#include "views/dialogs/template_dialog.h"

#include "views/document/document.h"
#include "views/document/text.h"
#include "views/style/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace netdraft::views {

namespace {

/// Of more nodes a small picture shows nothing, and takes long.
constexpr std::size_t mostPictured = 400;
constexpr int pictureDelayMs = 150;

struct Words {
    std::string_view word;
    const char *text;
};

/// What the model's words for shapes and their numbers are called in the window.
constexpr Words shapeWords[] = {
    {"campus", QT_TRANSLATE_NOOP("Template", "Campus")},
    {"chain", QT_TRANSLATE_NOOP("Template", "Chain of Routers")},
    {"cluster", QT_TRANSLATE_NOOP("Template", "Cluster with an Overlay")},
    {"fat-tree", QT_TRANSLATE_NOOP("Template", "Fat Tree")},
    {"leaf-spine", QT_TRANSLATE_NOOP("Template", "Leaf and Spine")},
    {"random", QT_TRANSLATE_NOOP("Template", "Random")},
    {"ring", QT_TRANSLATE_NOOP("Template", "Ring of Routers")},
    {"star", QT_TRANSLATE_NOOP("Template", "Star")},
    {"routers", QT_TRANSLATE_NOOP("Template", "Routers")},
    {"hosts", QT_TRANSLATE_NOOP("Template", "Hosts")},
    {"hosts each", QT_TRANSLATE_NOOP("Template", "Hosts on each")},
    {"nodes", QT_TRANSLATE_NOOP("Template", "Nodes")},
    {"pods each", QT_TRANSLATE_NOOP("Template", "Pods on each")},
    {"leaves", QT_TRANSLATE_NOOP("Template", "Leaves")},
    {"spines", QT_TRANSLATE_NOOP("Template", "Spines")},
    {"seed", QT_TRANSLATE_NOOP("Template", "Seed")},
};

QString titleOf(std::string_view word)
{
    const auto found = std::ranges::find(shapeWords, word, &Words::word);
    return found == std::end(shapeWords) ? text(word) : QCoreApplication::translate("Template", found->text);
}

} // namespace

TemplateDialog::TemplateDialog(Document &document, Draw draw, QWidget *window)
    : QDialog(window), m_document(document), m_draw(std::move(draw)), m_shapes(new QListWidget), m_says(new QLabel),
      m_numbers(new QFormLayout), m_picture(new QLabel), m_count(new QLabel), m_open(nullptr), m_soon(new QTimer(this))
{
    setObjectName(QStringLiteral("templateDialog"));
    setWindowTitle(tr("New From Template"));
    m_shapes->setObjectName(QStringLiteral("templateShapes"));
    m_shapes->setAccessibleName(tr("Templates"));
    m_shapes->setSpacing(2);
    for (const model::Shape &shape : model::allShapes())
        m_shapes->addItem(titleOf(shape.name));
    m_shapes->setFixedWidth(std::max(210, m_shapes->sizeHintForColumn(0) + 2 * spacing::wide));
    m_says->setObjectName(QStringLiteral("templateSays"));
    m_says->setWordWrap(true);
    m_numbers->setSpacing(spacing::normal);
    m_picture->setObjectName(QStringLiteral("templatePicture"));
    m_picture->setAccessibleName(tr("The network, drawn"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setFrameShape(QFrame::StyledPanel);
    m_picture->setWordWrap(true);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_count->setObjectName(QStringLiteral("templateCount"));
    m_count->setWordWrap(true);
    m_count->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_soon->setSingleShot(true);
    m_soon->setInterval(pictureDelayMs);
    connect(m_soon, &QTimer::timeout, this, &TemplateDialog::drawPicture);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_open = buttons->addButton(tr("&Open"), QDialogButtonBox::AcceptRole);
    m_open->setObjectName(QStringLiteral("templateOpen"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &TemplateDialog::take);
    connect(m_shapes, &QListWidget::currentRowChanged, this, &TemplateDialog::showShape);
    connect(m_shapes, &QListWidget::itemActivated, this, &TemplateDialog::take);

    auto *right = new QVBoxLayout;
    right->setSpacing(spacing::normal);
    right->addWidget(m_says);
    right->addLayout(m_numbers);
    right->addWidget(m_picture, 1);
    right->addWidget(m_count);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(spacing::wide);
    columns->addWidget(m_shapes);
    columns->addLayout(right, 1);
    auto *all = new QVBoxLayout(this);
    all->setSpacing(spacing::normal);
    all->addLayout(columns, 1);
    all->addWidget(buttons);
    resize(QSize(820, 560).boundedTo((window ? window->size() : QSize(1100, 700)) * 0.9));
    m_shapes->setCurrentRow(0);
    m_open->setDefault(true); // of the dialog, to which it belongs by now
    m_shapes->setFocus();
}

const model::Shape &TemplateDialog::shape() const
{
    return model::allShapes()[static_cast<std::size_t>(std::max(0, m_shapes->currentRow()))];
}

void TemplateDialog::showShape()
{
    while (m_numbers->rowCount() > 0)
        m_numbers->removeRow(0);
    m_boxes.clear();
    m_says->setText(translated("Template", shape().says));
    for (const model::Shape::Number &number : shape().numbers) {
        auto *box = new QSpinBox;
        box->setObjectName(QStringLiteral("templateNumber.%1").arg(m_boxes.size()));
        box->setRange(number.least, number.most);
        box->setValue(number.usual);
        box->setGroupSeparatorShown(true);
        box->setMaximumWidth(120);
        connect(box, &QSpinBox::valueChanged, this, &TemplateDialog::count);
        m_numbers->addRow(titleOf(number.name), box);
        setTabOrder(m_boxes.empty() ? static_cast<QWidget *>(m_shapes) : m_boxes.back(), box);
        m_boxes.push_back(box);
    }
    count();
}

std::vector<int> TemplateDialog::numbers() const
{
    std::vector<int> numbers;
    for (const QSpinBox *box : m_boxes)
        numbers.push_back(box->value());
    return numbers;
}

QString TemplateDialog::commandLine() const
{
    QString line = QStringLiteral("netdraft generate ") + text(shape().name);
    for (const int number : numbers())
        line += QLatin1Char(' ') + QString::number(number);
    return line + QStringLiteral(" -o FILE");
}

void TemplateDialog::count()
{
    const std::size_t nodes = shape().nodes(numbers());
    const bool opens = nodes <= model::mostDrawn;
    m_open->setEnabled(opens);
    m_count->setText(opens ? tr("Nodes: %L1").arg(nodes)
                           : tr("Nodes: %L1, more than %L2. So large a network is written to a file by: %3")
                                 .arg(nodes)
                                 .arg(model::mostDrawn)
                                 .arg(commandLine()));
    m_soon->start();
}

void TemplateDialog::drawPicture()
{
    if (shape().nodes(numbers()) > mostPictured) {
        m_picture->setText(tr("Too large for a small picture."));
        return;
    }
    const QMargins frame = m_picture->contentsMargins() + QMargins(8, 8, 8, 8);
    m_picture->setPixmap(m_draw(model::drawn(shape(), numbers()), m_picture->size().shrunkBy(frame)));
}

void TemplateDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    m_soon->start();
}

void TemplateDialog::take()
{
    if (!m_open->isEnabled())
        return;
    accept();
    m_document.load(model::drawn(shape(), numbers()), {}, titleOf(shape().name));
}

} // namespace netdraft::views
