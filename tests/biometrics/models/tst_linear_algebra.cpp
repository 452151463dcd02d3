#include "biometrics/models/linear_algebra.h"

#include <QProcess>
#include <QTest>

using namespace chinhchu::biometrics;

/// What this program finds when it is started again with other environments.
class TestLinearAlgebra : public QObject
{
    Q_OBJECT

    static QByteArray kernelWith(const QString& chosen)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove("OPENBLAS_CORETYPE");
        if (!chosen.isEmpty())
            environment.insert("OPENBLAS_CORETYPE", chosen);
        program.setProcessEnvironment(environment);
        program.start(QCoreApplication::applicationFilePath(), {"--kernel"});
        program.waitForFinished();
        return program.readAllStandardOutput().trimmed();
    }

private slots:
    void initTestCase()
    {
        if (linearAlgebra().library.empty())
            QSKIP("OpenBLAS is not installed (libopenblas0-pthread)");
    }

    void programThatRestarts_onAnyProcessor_endsWithAKernelThatCannotBeBettered()
    {
        QVERIFY2(kernelWith({}).endsWith("better:"), kernelWith({}).constData());
    }

    void programThatRestarts_whereTheEnvironmentHasChosen_leavesItSo()
    {
        // Every x86-64 processor can run this one.
        QVERIFY2(kernelWith("Prescott").startsWith("Prescott "), kernelWith("Prescott").constData());
    }
};

int main(int argc, char** argv)
{
    if (argc == 2 && QByteArray(argv[1]) == "--kernel") {
        restartWithBetterKernel(argv);
        const LinearAlgebra found = linearAlgebra();
        std::printf("%s better:%s\n", found.kernel.c_str(), found.better.c_str());
        return 0;
    }
    QCoreApplication application(argc, argv);
    TestLinearAlgebra test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_linear_algebra.moc"
