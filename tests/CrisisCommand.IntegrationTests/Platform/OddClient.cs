using System.Text;

namespace CrisisCommand.IntegrationTests.Platform;

/// <summary>A client that sends headers as it is told to, which well-bred clients refuse to.</summary>
internal static class OddClient
{
    public static HttpClient Of(Product product) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            }
        )
        {
            BaseAddress = product.Address,
            Timeout = TimeSpan.FromSeconds(30),
        };
}
