/** What a file of the client is to a test that renders its pages: an address. */
export default '/assets/asset'
