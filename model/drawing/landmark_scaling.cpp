#include "model/drawing/landmark_scaling.h"

#include <cmath>
#include <numeric>

namespace netdraft::model {

namespace {

/// A row for each node, a column for each landmark.
using Matrix = std::vector<std::vector<double>>;
using Vector = std::vector<double>;

/// The squared distances, less the mean of their row and of their column.
Matrix centred(const Landmarks &landmarks)
{
    const std::size_t columns = landmarks.nodes.size();
    const std::size_t rows = landmarks.distances.front().size();
    Matrix matrix(rows, Vector(columns));
    Vector rowMeans(rows);
    Vector columnMeans(columns);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const double distance = landmarks.distances[column][row];
            const double square = distance * distance;
            matrix[row][column] = square;
            rowMeans[row] += square / static_cast<double>(columns);
            columnMeans[column] += square / static_cast<double>(rows);
        }
    }
    const double mean = std::accumulate(rowMeans.begin(), rowMeans.end(), 0.0) / static_cast<double>(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column)
            matrix[row][column] = -(matrix[row][column] - rowMeans[row] - columnMeans[column] + mean) / 2;
    }
    return matrix;
}

Matrix squared(const Matrix &matrix)
{
    const std::size_t columns = matrix.front().size();
    Matrix product(columns, Vector(columns));
    for (const Vector &row : matrix) {
        for (std::size_t i = 0; i < columns; ++i) {
            for (std::size_t j = 0; j < columns; ++j)
                product[i][j] += row[i] * row[j];
        }
    }
    return product;
}

double dot(const Vector &a, const Vector &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// The direction in which a symmetric matrix stretches most, apart from `other`, by repeated multiplication.
Vector mainDirection(const Matrix &matrix, const Vector &other)
{
    Vector direction(matrix.size());
    for (std::size_t i = 0; i < direction.size(); ++i)
        direction[i] = std::cos(1.7 * static_cast<double>(i));
    constexpr int rounds = 100;
    for (int round = 0; round < rounds; ++round) {
        Vector next(direction.size());
        for (std::size_t i = 0; i < next.size(); ++i)
            next[i] = dot(matrix[i], direction);
        if (!other.empty()) {
            const double common = dot(next, other);
            for (std::size_t i = 0; i < next.size(); ++i)
                next[i] -= common * other[i];
        }
        const double length = std::sqrt(dot(next, next));
        if (length <= 0)
            return direction;
        for (std::size_t i = 0; i < next.size(); ++i)
            direction[i] = next[i] / length;
    }
    return direction;
}

} // namespace

std::vector<Point> scaledToLandmarks(const Landmarks &landmarks)
{
    const Matrix matrix = centred(landmarks);
    const Matrix square = squared(matrix);
    const Vector across = mainDirection(square, {});
    const Vector down = mainDirection(square, across);
    std::vector<Point> points;
    points.reserve(matrix.size());
    for (const Vector &row : matrix)
        points.push_back({dot(row, across), dot(row, down)});
    // As wide as the landmarks lie apart.
    double wished = 0;
    double drawn = 0;
    for (std::size_t i = 0; i < landmarks.nodes.size(); ++i) {
        const Point &from = points[landmarks.nodes[i]];
        for (std::size_t node = 0; node < points.size(); ++node) {
            wished += landmarks.distances[i][node];
            drawn += std::hypot(points[node].x - from.x, points[node].y - from.y);
        }
    }
    const double scale = drawn > 0 ? wished / drawn : 1;
    for (Point &point : points)
        point = {point.x * scale, point.y * scale};
    return points;
}

} // namespace netdraft::model
