using CrisisCommand.Access;
using CrisisCommand.Access.Sessions;
using CrisisCommand.Platform.Texts;
using CrisisCommand.Platform.Vocabulary;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

public class EndSessionsTests
{
    [Fact]
    public void Every_session_ends_at_once_and_where_there_is_none_nothing_happens()
    {
        State<SignIns>(new SignedIn(Vd, Sha256.Of("a"u8), At(60)))
            .Twice(now => EndSessions.Decide(now, Vd))
            .ThenNothing()
            .ShouldBeExactly(new SignedOutEverywhere(Vd));
        EndSessions.Decide(SignIns.Initial, Vd).ShouldBeNothing();
    }
}
