using Registry.Access;

namespace Registry.Tests.Support;

/// <summary>People of the tests.</summary>
internal static class SomeActor
{
    /// <summary>Somebody new with these roles.</summary>
    public static Actor With(params Role[] roles) => new(Actor.UserId(Guid.NewGuid()), "Асель Тестова", roles, SignInKind.Password);
}
