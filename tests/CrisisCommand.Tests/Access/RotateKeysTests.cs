using CrisisCommand.Access;
using CrisisCommand.Access.Sessions;
using CrisisCommand.Platform.Texts;
using static CrisisCommand.Tests.Story;

namespace CrisisCommand.Tests.Access;

public class RotateKeysTests
{
    [Fact]
    public void The_last_rotation_counts()
    {
        var rotate = new RotateKeys(Text("Nytt certifikat"));
        TwiceIssued.Stateless(() => rotate.Decide()).ShouldBeExactly(new KeysRotated(rotate.Why));
        State<KeyRotation>().At.ShouldBeNull();
        State<KeyRotation>(new KeysRotated(rotate.Why), new KeysRotated(rotate.Why)).At.ShouldBe(At(2));
    }
}
