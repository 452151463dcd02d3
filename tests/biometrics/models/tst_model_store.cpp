#include "tests/biometrics/demo_photographs.h"

#include <QFile>
#include <QTemporaryDir>

using namespace chinhchu;
using namespace chinhchu::biometrics;

class tst_ModelStore : public QObject
{
    Q_OBJECT

private slots:
    void manifest_asBuiltIn_namesWhatIsRequired()
    {
        int required = 0;
        for (const ModelEntry& entry : modelManifest()) {
            QCOMPARE(entry.sha256.size(), std::size_t(64));
            QVERIFY(entry.bytes > 0 && !entry.without.empty() && !entry.licence.empty());
            required += entry.required;
        }
        QCOMPARE(required, 2);
    }

    void load_withEmptyFolder_namesTheMissingFile()
    {
        QTemporaryDir folder;
        const auto engine = FaceEngine::load(folder.path().toStdString());
        QVERIFY(!engine);
        QCOMPARE(engine.error().code, FailureCode::ModelMissing);
        QVERIFY(engine.error().detail.find(".dat") != std::string::npos);
    }

    void readModel_withOneByteChanged_refusesByName()
    {
        SKIP_WITHOUT_MODELS();
        const char* name = "shape_predictor_5_face_landmarks.dat";
        QTemporaryDir folder;
        const QString copy = folder.filePath(name);
        QVERIFY(QFile::copy(QString::fromStdString((defaultModelFolder() / name).string()), copy));
        QVERIFY(readModel(folder.path().toStdString(), name).has_value());
        QFile file(copy);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
        file.seek(5'000'000);
        char byte = 0;
        file.peek(&byte, 1);
        byte ^= 1;
        file.write(&byte, 1);
        file.close();

        const auto model = readModel(folder.path().toStdString(), name);

        QVERIFY(!model);
        QCOMPARE(model.error().code, FailureCode::ModelHashMismatch);
        QVERIFY(model.error().detail.find(name) != std::string::npos);
    }

    void readModel_withLongerOrShorterFile_refuses()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("facemesh.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        QCOMPARE(readModel(folder.path().toStdString(), "facemesh.json").error().code, FailureCode::ModelHashMismatch);
    }

    void readModel_withUnknownName_refuses()
    {
        QCOMPARE(readModel("/tmp", "../etc/passwd").error().code, FailureCode::ModelMissing);
    }

    void checkModels_withEmptyFolder_listsAllAsMissing()
    {
        QTemporaryDir folder;
        const auto states = checkModels(folder.path().toStdString());
        QCOMPARE(states.size(), modelManifest().size());
        for (const ModelState& state : states)
            QCOMPARE(state.presence, ModelState::Presence::Missing);
    }
};

QTEST_APPLESS_MAIN(tst_ModelStore)
#include "tst_model_store.moc"
