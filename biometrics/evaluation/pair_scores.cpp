#include "biometrics/evaluation/pair_scores.h"

#include "biometrics/matching/template_algebra.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace chinhchu::biometrics {

namespace {

struct Probe
{
    int identity = 0;
    std::size_t first = 0;    ///< the first picture it is made of
    std::vector<bool> madeOf; ///< by position among the person's pictures
    FaceTemplate face;
};

/// For each picture of a person, that one and the next ones in a circle make a probe.
std::vector<Probe> makeProbes(const LabelledFaces& faces, std::size_t size)
{
    std::vector<Probe> probes;
    const auto& pictures = faces.pictures;
    for (std::size_t begin = 0; begin < pictures.size();) {
        std::size_t end = begin;
        while (end < pictures.size() && pictures[end].identity == pictures[begin].identity)
            ++end;
        const std::size_t count = end - begin;
        for (std::size_t start = 0; count >= size && start < count; ++start) {
            Probe probe{pictures[begin].identity, begin, std::vector<bool>(count), {}};
            std::vector<FaceTemplate> parts;
            for (std::size_t i = 0; i < size; ++i) {
                probe.madeOf[(start + i) % count] = true;
                parts.push_back(pictures[begin + (start + i) % count].face);
            }
            probe.face = meanOf(parts);
            probes.push_back(std::move(probe));
        }
        begin = end;
    }
    return probes;
}

template <class Templates, class Get>
cv::Mat rowsOf(const Templates& templates, Get&& get)
{
    cv::Mat rows(static_cast<int>(templates.size()), static_cast<int>(get(templates.front()).values.size()), CV_32F);
    for (int row = 0; row < rows.rows; ++row) {
        const FaceTemplate unit = meanOf({get(templates[static_cast<std::size_t>(row)])});
        std::copy(unit.values.begin(), unit.values.end(), rows.ptr<float>(row));
    }
    return rows;
}

/// Keeps the closest pairs without ever holding all of them.
class ClosestPairs
{
public:
    explicit ClosestPairs(std::size_t capacity)
        : m_capacity(capacity)
    {
    }

    void add(const PairScore& score)
    {
        if (score.distance >= m_limit)
            return;
        m_scores.push_back(score);
        if (m_scores.size() >= 2 * m_capacity)
            trim();
    }

    std::vector<PairScore> take()
    {
        if (m_scores.size() > m_capacity)
            trim();
        return std::move(m_scores);
    }

private:
    void trim()
    {
        const auto middle = m_scores.begin() + static_cast<std::ptrdiff_t>(m_capacity);
        std::nth_element(m_scores.begin(), middle, m_scores.end(),
                         [](const PairScore& a, const PairScore& b) { return a.distance < b.distance; });
        m_limit = middle->distance;
        m_scores.erase(middle, m_scores.end());
    }

    std::size_t m_capacity;
    float m_limit = 3;
    std::vector<PairScore> m_scores;
};

void sortByDistance(std::vector<PairScore>& scores)
{
    std::sort(scores.begin(), scores.end(),
              [](const PairScore& a, const PairScore& b) { return a.distance < b.distance; });
}

} // namespace

PairScores comparePairs(const LabelledFaces& faces, int probePictures)
{
    PairScores scores;
    scores.symmetric = probePictures == 1;
    scores.probesOf.resize(faces.identities.size());
    scores.picturesOf.resize(faces.identities.size());
    const auto probes = makeProbes(faces, static_cast<std::size_t>(probePictures));
    if (probes.empty())
        return scores;
    for (const auto& picture : faces.pictures)
        ++scores.picturesOf[static_cast<std::size_t>(picture.identity)];

    const cv::Mat gallery =
        rowsOf(faces.pictures, [](const auto& picture) -> const FaceTemplate& { return picture.face; });
    const cv::Mat probeRows = rowsOf(probes, [](const Probe& probe) -> const FaceTemplate& { return probe.face; });
    const double allPairs = static_cast<double>(probes.size()) * static_cast<double>(faces.pictures.size());
    ClosestPairs closest(static_cast<std::size_t>(std::ceil(allPairs * keptImpostorRate)) + 1);

    for (int row = 0; row < probeRows.rows; ++row) {
        const Probe& probe = probes[static_cast<std::size_t>(row)];
        ++scores.probesOf[static_cast<std::size_t>(probe.identity)];
        const cv::Mat similarities = gallery * probeRows.row(row).t();
        // One picture as the probe: each pair of pictures once.
        for (int i = scores.symmetric ? row + 1 : 0; i < gallery.rows; ++i) {
            const auto position = static_cast<std::size_t>(i);
            const PairScore score{1 - similarities.at<float>(i), probe.identity, faces.pictures[position].identity};
            if (score.probeIdentity != score.pictureIdentity) {
                ++scores.impostorCount;
                closest.add(score);
            } else if (!probe.madeOf[position - probe.first]) {
                scores.genuine.push_back(score);
            }
        }
    }
    scores.impostor = closest.take();
    sortByDistance(scores.genuine);
    sortByDistance(scores.impostor);
    return scores;
}

} // namespace chinhchu::biometrics
